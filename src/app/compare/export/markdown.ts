import type { Told } from "../../../ui/matrix/types.ts";
import type { Report } from "./report.ts";

/** The report as Markdown, its tables as GitHub and others have them. */
export function markdownOf(report: Report): string {
  const { title, date, address, sides, duels, matrix, facts } = report;
  const parts = [
    `# ${escaped(title)}`,
    `${date}. Every verdict is the result of running the attack; see <${address}>.`,
    "## Facts",
    table(
      ["", ...facts.columns],
      facts.rows.map((row) => [row.title, ...row.cells]),
    ),
    ...(duels.length === 0
      ? []
      : [
          "## What the attacker got in each",
          table(
            ["Attack", ...sides],
            duels.map((duel) => [
              nameOf(duel),
              ...duel.sides.map(({ word, rest }) => `${word}${rest}`),
            ]),
          ),
        ]),
    "## Every attack against every grant",
    table(
      ["Attack", ...matrix.columns],
      matrix.rows.map((row) => [nameOf(row), ...row.cells.map(toldText)]),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A verdict in a cell. */
function toldText(told: Told | undefined): string {
  if (told === undefined) return "not computed";
  const section = told.spec === undefined ? "" : ` (${told.spec})`;
  switch (told.verdict) {
    case "succeeds":
      return "succeeds";
    case "stopped":
      return `stopped by: ${told.text}${section}`;
    case "does not apply":
      return `does not apply: ${told.text}`;
  }
}

interface Named {
  readonly attack: string;
  readonly way: string;
  readonly modelled?: string | undefined;
}

function nameOf({ attack, way, modelled }: Named): string {
  return `${attack}: ${way}${modelled === undefined ? "" : ` (modelled: ${modelled})`}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(" | ")} |`;
}

/** What Markdown or HTML would read as more than text. */
function escaped(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ").replaceAll(/[\\|`*_<>[\]#]/g, (char) => `\\${char}`);
}
