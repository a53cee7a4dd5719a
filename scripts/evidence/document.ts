import { attacks } from "../../src/attacks/index.ts";
import { type Cell, type Row, rowsOf } from "../../src/attacks/matrix.ts";
import {
  type Judged,
  sameSaid,
} from "../../src/authorization-server/conformance/judged.fixture.ts";
import type { Said } from "../../src/authorization-server/conformance/refusing-server.fixture.ts";
import { notRun, realAttacks } from "../../e2e/sites/index.ts";
import { LIMITS } from "./limits.ts";

/** What came of a cell in a real browser, in words. */
export type RealResult = (cell: Cell) => string;

/** What the e2e tests hold the real runs to: they fail unless each comes to the same as in the page. */
export const promised: RealResult = ({ attack, modelled }) => {
  const real = realAttacks[attack];
  if (real !== undefined) return real.note === undefined ? "same" : `same (${real.note})`;
  const reason = notRun[attack];
  if (reason !== undefined) return `not run: ${reason}`;
  return modelled === undefined ? "not run: nothing in it is modelled" : "not run";
};

/** The evidence for every cell of the matrix, as Markdown. */
export function evidenceDocument(
  cells: readonly Cell[],
  real: RealResult,
  judged: readonly Judged[],
): string {
  const sections = rowsOf(attacks).map((row) => rowSection(row, cells, real, judged));
  return `${[INTRODUCTION, ...sections, judgeSection(judged), LIMITS].join("\n\n")}\n`;
}

const INTRODUCTION = `# Attack evidence

Written by \`npm run evidence\`; tests fail when it is not what the runs give. Each cell of the attack matrix, with the defences
its walk has as it is:

- **in the page**: what the run in the page came to (\`npm run matrix\`), in the modelled browser of the lab.
- **real browser**: the same in Chromium, against the same servers on Node at \`auth.localhost\`, \`api.localhost\`,
  \`print.localhost\` and \`evil.localhost\`, which are sites of their own to it (\`e2e/real-sites.spec.ts\`). *Same* means the same
  verdict from what happened at the API or in a session, by the same check where a server or Print refused; where a
  precaution left nothing to take, that without just that one things go on. Each row is also seen to succeed without defences when
  \`GRANTLAB_THOROUGH=1\` asks for it.
- **oidc-provider**: where the authorization server refused by a check, whether \`oidc-provider\`, set up alike, refuses the
  request that this check is for. Each check is asked about once, with the client of the table at the end, and not for every
  grant anew (\`src/authorization-server/conformance/oidc-provider.test.ts\`).`;

function rowSection(
  { id, attack, way }: Row,
  cells: readonly Cell[],
  real: RealResult,
  judged: readonly Judged[],
): string {
  const own = cells.filter((cell) => cell.attack === id);
  const applying = own.filter(({ verdict }) => verdict !== "does not apply");
  const others = own.filter(({ verdict }) => verdict === "does not apply");
  const title = way.id === undefined ? attack.title : `${attack.title}: ${way.title}`;
  const lines = applying.map((cell) =>
    line([`\`${cell.grant}\``, told(cell), real(cell), judgement(cell, judged)]),
  );
  return [
    `## ${title}`,
    `\`${id}\`, ${attack.spec}.${way.modelled === undefined ? "" : ` Modelled in the page: ${lowerFirst(way.modelled)}`}`,
    [line(["against", "in the page", "real browser", "oidc-provider"]), RULE, ...lines].join("\n"),
    ...(others.length === 0
      ? []
      : [`Does not apply to ${others.map(({ grant }) => `\`${grant}\``).join(", ")}.`]),
  ].join("\n\n");
}

const RULE = "|---|---|---|---|";

function line(columns: readonly string[]): string {
  return `| ${columns.map((column) => column.replaceAll("|", "\\|")).join(" | ")} |`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function told({ verdict, by }: Cell): string {
  return by === undefined ? `**${verdict}**` : `${verdict} by \`${by}\``;
}

/** What the outside judge says of the refusal of a cell. */
function judgement({ by, grant }: Cell, judged: readonly Judged[]): string {
  if (by === undefined || !/^(authorize|token)\./.test(by)) return "–";
  if (grant === "implicit") return "not asked: it has no such grant";
  const asked = judged.filter(({ refusal }) => refusal.check === by);
  if (asked.length === 0) return "not asked";
  return asked.every(({ ours, theirs }) => sameSaid(ours, theirs))
    ? "agrees"
    : "differs, see below";
}

function judgeSection(judged: readonly Judged[]): string {
  const lines = judged.map(({ refusal, ours, theirs }) =>
    line([
      `\`${refusal.check}\` (${refusal.spec})`,
      refusal.sent,
      said(ours),
      sameSaid(ours, theirs) ? "the same" : said(theirs),
    ]),
  );
  const allowed = judged.flatMap(({ refusal }) =>
    refusal.allowed === undefined ? [] : [`- \`${refusal.check}\`: ${refusal.allowed}`],
  );
  return [
    "## The refusals, asked of oidc-provider",
    "The same requests to both, with the same clients, exact redirect URIs, and PKCE required of the same clients. Both serve the right requests of each of these clients.",
    [line(["check", "sent", "this server", "oidc-provider"]), RULE, ...lines].join("\n"),
    "Where the two differ, a standard allows either:",
    allowed.join("\n"),
  ].join("\n\n");
}

function said(one: Said): string {
  if (!one.refused) return "serves it";
  if (one.as === "page") return "an error page, no redirect";
  const error = `\`${one.error ?? ""}\``;
  return one.as === "redirect" ? `${error}, by redirect` : error;
}
