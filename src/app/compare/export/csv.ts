import type { Report } from "./report.ts";

const HEAD = ["table", "row", "grant", "value", "stopped by", "spec", "reason", "modelled"];

/** Facts and matrix as one table, a record for each cell (RFC 4180). */
export function csvOf({ facts, matrix }: Report): string {
  const records = [
    ...facts.rows.flatMap((row) =>
      facts.columns.map((grant, index) => ["fact", row.title, grant, row.cells[index] ?? ""]),
    ),
    ...matrix.rows.flatMap((row) =>
      matrix.columns.map((grant, index) => {
        const told = row.cells[index];
        const stopped = told?.verdict === "stopped";
        return [
          "attack",
          `${row.attack}: ${row.way}`,
          grant,
          told?.verdict ?? "not computed",
          stopped ? told.text : "",
          told?.spec ?? "",
          stopped ? "" : (told?.text ?? ""),
          row.modelled ?? "",
        ];
      }),
    ),
  ];
  return [HEAD, ...records].map(recordOf).join("");
}

/** A record with as many fields as the head has, ended by CRLF (RFC 4180 §2). */
function recordOf(fields: readonly string[]): string {
  return `${HEAD.map((_, index) => quoted(inert(fields[index] ?? ""))).join(",")}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would take for a formula is made text. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
