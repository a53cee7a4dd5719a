import { settingsText } from "../../learn/scenarios/settings.ts";
import type { DecisionRecord } from "./record.ts";
import { demandedText, type Risk } from "./risks.ts";
import { type Source, sourcesOf } from "./sources.ts";

interface Around {
  /** `2026-01-31`. */
  readonly date: string;
  /** Where the choice can be seen again. */
  readonly address: string;
  /** The whole address of a place of the app. */
  absolute(href: string): string;
}

/** The record as Markdown, for a design document. */
export function markdownOf(record: DecisionRecord, { date, address, absolute }: Around): string {
  const { walk, seenIn, settings, migration, beyond } = record;
  const parts = [
    `# ${record.title}`,
    `Status: proposed. Date: ${date}. Made with <${address}>.`,
    "## Constraints",
    list(record.constraints.map(({ question, answer }) => `${question} ${answer}.`)),
    "## Decision",
    record.decision,
    `Walk it: [${walk.title}](${absolute(walk.href)}).`,
    ...(seenIn.length === 0
      ? []
      : [
          "Other walks that show a part of it:",
          list(seenIn.map(({ title, href, what }) => `[${title}](${absolute(href)}): ${what}.`)),
        ]),
    "## Settings",
    table(
      ["Setting", "Value", "Why"],
      record.rows.map(({ title, value, why }) => [title, value, why]),
    ),
    "As a file; `registration` has the names of RFC 7591:",
    `\`\`\`json\n${settingsText(settings)}\`\`\``,
    ...(migration.length === 0 ? [] : ["## Migration", numbered(migration)]),
    "## Rejected",
    list(record.rejected.map(({ title, why }) => `**${title}.** ${why}`)),
    "## Residual risks",
    `${record.ran} ways of attack that fit these settings were run against ${walk.title}. These got in:`,
    list(record.risks.map((risk) => riskText(risk, absolute))),
    ...(beyond.length === 0 ? [] : ["What no run shows:", list(beyond)]),
    "## Sources",
    list(sourcesOfRecord(record).map(({ title, url }) => `[${title}](${url})`)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The specifications the record cites. */
export function sourcesOfRecord(record: DecisionRecord): readonly Source[] {
  return sourcesOf([
    record.decision,
    ...record.rows.map(({ why }) => why),
    ...record.rejected.map(({ why }) => why),
    ...record.risks.flatMap(({ demanded, could }) =>
      [...(demanded?.defences ?? []), ...could].map(({ spec }) => spec),
    ),
    ...record.beyond,
    ...record.migration,
  ]);
}

function riskText(
  { row, subject, href, demanded, could }: Risk,
  absolute: Around["absolute"],
): string {
  const { attack, way } = row;
  const more =
    could.length === 0
      ? ""
      : ` To try with: ${could.map(({ title, spec }) => `${title} (${spec})`).join("; ")}.`;
  const without =
    demanded === undefined
      ? ""
      : ` ${demandedText(demanded)} [Run it with that](${absolute(demanded.href)}).`;
  return `**${attack.title}: ${way.title}**, against ${subject.target.title}. ${attack.summary}${without}${more} [Run it](${absolute(href)})`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
