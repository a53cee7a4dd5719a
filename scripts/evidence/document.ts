import { attacks } from "../../src/attacks/index.ts";
import { type Cell, type Row, rowsOf } from "../../src/attacks/matrix.ts";
import { type Target, targetsOf } from "../../src/attacks/target.ts";
import type { Judged } from "../../src/authorization-server/conformance/judged.fixture.ts";
import { grants } from "../../src/grants/index.ts";
import { applyingCells, concludedInPage } from "../../e2e/sites/cells.ts";
import { notRun, realAttacks } from "../../e2e/sites/index.ts";
import { notRunAgainst } from "../../e2e/sites/targets.ts";
import type { Conclusion } from "./conclude.ts";
import { judgement, judgeSection } from "./judge-section.ts";
import { LIMITS } from "./limits.ts";
import { line, table } from "./markdown.ts";

/** What the runs of every cell that applies show, by `nameOf`. */
export type Conclusions = ReadonlyMap<string, Conclusion>;

export interface Evidence {
  readonly cells: readonly Cell[];
  readonly inPage: Conclusions;
  /** Only those that came to something else than in the page: what that was. */
  readonly differing: Conclusions;
  readonly judged: readonly Judged[];
}

export function nameOf({ attack, grant }: Pick<Cell, "attack" | "grant">): string {
  return `${attack} ${grant}`;
}

/** Runs every cell in the page's world, and once more without the defence that is to thank. */
export async function concludeInPage(): Promise<Conclusions> {
  const conclusions = new Map<string, Conclusion>();
  for (const cell of applyingCells()) {
    const name = nameOf({ attack: cell.row.id, grant: cell.target.id });
    conclusions.set(name, await concludedInPage(cell));
  }
  return conclusions;
}

/** The evidence for every cell of the matrix, as Markdown. */
export function evidenceDocument(evidence: Evidence): string {
  const sections = rowsOf(attacks).map((row) => rowSection(row, evidence));
  const { judged } = evidence;
  return `${[INTRODUCTION, columnsSection(), ...sections, judgeSection(judged), LIMITS].join("\n\n")}\n`;
}

const INTRODUCTION = `# Attack evidence

Written by \`npm run evidence\`; tests fail when it is not what the runs give. Each cell of the attack matrix, with the defences
its walk has as it is:

- **in the page**: what the run in the page came to (\`npm run matrix\`), in the modelled browser of the lab.
- **without it**: what the same cell came to with just that defence left out, and all its others as they are. A defence is
  believed to have stopped an attack only where that run succeeds, or another defence of the cell stops it. Where nobody refused,
  because a precaution left nothing to take, that precaution also has to be enough alone (\`scripts/evidence/conclude.ts\`).
- **real browser**: both runs again in Chromium, against the same servers on Node at \`auth.localhost\`, \`api.localhost\`,
  \`print.localhost\` and \`evil.localhost\`, which are sites of their own to it (\`e2e/real-sites.spec.ts\`). *Same* means that both
  came to the same, by what happened at the API or in a session, and by the same checks, judged by the same function. One cell
  of each row is also seen to succeed without any defence when \`GRANTLAB_THOROUGH=1\` asks for it.
- **oidc-provider**: where the authorization server refused by a check, whether \`oidc-provider\` refuses the request that this
  check is for, sent by the client of this cell, which is set up there as it is here
  (\`src/authorization-server/conformance/oidc-provider.test.ts\`). A dash means that there was no such refusal to ask about.`;

/** Which columns are run at real sites, and why the others are not. */
function columnsSection(): string {
  const told = [...targets.values()].map((target) => ({
    id: target.id,
    why: notRunAgainst(target),
  }));
  const idsOf = (reason?: string) => named(told.filter(({ why }) => why === reason));
  const reasons = new Set(told.flatMap(({ why }) => why ?? []));
  const notRunAtAll = [...reasons].map((reason) => `- ${idsOf(reason)}: ${reason}.`);
  return [
    "## The columns",
    `Run at real sites: ${idsOf()}.`,
    ...(notRunAtAll.length === 0 ? [] : ["Not run at real sites:", notRunAtAll.join("\n")]),
  ].join("\n\n");
}

/** The ids of targets as a list; a grant of which every variant is among them is named once. */
function named(columns: readonly { readonly id: string }[]): string {
  const ids = columns.map(({ id }) => id);
  const names = ids.map((id) => {
    const [grant = id] = id.split("/");
    const variants = [...targets.keys()].filter((one) => one.startsWith(`${grant}/`));
    return variants.length > 1 && variants.every((one) => ids.includes(one)) ? `${grant}/*` : id;
  });
  return [...new Set(names)].map((name) => `\`${name}\``).join(", ");
}

const targets = new Map(targetsOf(grants).map((target) => [target.id, target]));

function targetOf({ grant }: Cell): Target {
  const target = targets.get(grant);
  if (target === undefined) throw new RangeError(`There is no ${grant}.`);
  return target;
}

function rowSection({ id, attack, way }: Row, evidence: Evidence): string {
  const own = evidence.cells.filter((cell) => cell.attack === id);
  const applying = own.filter(({ verdict }) => verdict !== "does not apply");
  const others = own.filter(({ verdict }) => verdict === "does not apply");
  const title = way.id === undefined ? attack.title : `${attack.title}: ${way.title}`;
  const lines = applying.map((cell) =>
    line([
      `\`${cell.grant}\``,
      told(cell),
      without(evidence.inPage.get(nameOf(cell))),
      inBrowser(cell, evidence.differing.get(nameOf(cell))),
      judgement(cell.by, targetOf(cell).client.id, evidence.judged),
    ]),
  );
  return [
    `## ${title}`,
    `\`${id}\`, ${attack.spec}.${way.modelled === undefined ? "" : ` Modelled in the page: ${lowerFirst(way.modelled)}`}`,
    ...(lines.length === 0 ? [] : [table(COLUMNS, lines)]),
    ...(others.length === 0
      ? []
      : [`Does not apply to ${named(others.map(({ grant }) => ({ id: grant })))}.`]),
  ].join("\n\n");
}

const COLUMNS = ["against", "in the page", "without it", "real browser", "oidc-provider"];

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function told({ verdict, by }: { readonly verdict: string; readonly by?: string }): string {
  return by === undefined ? `**${verdict}**` : `${verdict} by \`${by}\``;
}

function without(conclusion: Conclusion | undefined): string {
  if (conclusion === undefined || conclusion.verdict === "succeeds") return "–";
  return "without" in conclusion
    ? told(conclusion.without)
    : `**not shown**: ${conclusion.unshown}`;
}

/** What came of a cell in a real browser, in words. */
function inBrowser(cell: Cell, differing: Conclusion | undefined): string {
  if (differing !== undefined) return `**differs**: ${concluded(differing)}`;
  if (notRunAgainst(targetOf(cell)) !== undefined) return "not run: see the columns";
  const real = realAttacks[cell.attack];
  if (real !== undefined) return real.note === undefined ? "same" : `same (${real.note})`;
  const reason = notRun[cell.attack];
  if (reason !== undefined) return `not run: ${reason}`;
  return cell.modelled === undefined ? "not run: nothing in it is modelled" : "not run";
}

/** A conclusion in words. */
export function concluded(conclusion: Conclusion): string {
  if (conclusion.verdict === "succeeds") return "succeeds";
  if ("unshown" in conclusion) return `stopped, but ${conclusion.unshown}`;
  return `stopped by \`${conclusion.by}\`; without it ${told(conclusion.without)}`;
}
