/** A line of a table. */
export function line(columns: readonly string[]): string {
  return `| ${columns.map((column) => column.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** A table of these lines. */
export function table(columns: readonly string[], lines: readonly string[]): string {
  return [line(columns), `|${"---|".repeat(columns.length)}`, ...lines].join("\n");
}
