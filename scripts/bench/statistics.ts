/** The value below which the given share of the samples lies; NaN when there are none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const index = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.max(0, index)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** One line of a table: what was measured, and the numbers. */
export function row(what: string, ...numbers: readonly string[]): void {
  console.log(`  ${what.padEnd(56)} ${numbers.map((text) => text.padStart(18)).join("")}`);
}

export function ms(value: number): string {
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
}
