/**
 * One check of a party: a named row in a table whose order is part of its meaning.
 * `refuse` answers with a tagged refusal when the check does not hold, and with nothing when it does.
 */
export interface Check<Facts, Refusal> {
  /** Stable name, `<endpoint>.<what>`: `token.pkce`. */
  readonly id: string;
  /** What is checked, as a statement that is true when the check passes. */
  readonly title: string;
  /** The sentence that asks for it: `RFC 7636 §4.6`. */
  readonly spec: string;
  /** What goes wrong without it, one sentence. */
  readonly why: string;
  refuse(facts: Facts): Refusal | undefined | Promise<Refusal | undefined>;
  /** Whether there is anything to check; a row that does not apply is no part of the list. Absent: it always applies. */
  applies?(facts: Facts): boolean;
}

/** How a row ended. */
export type CheckOutcome = "passed" | "failed" | "not reached";

/** What an observer learns of one row: everything but the function, and how it ended. */
export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly spec: string;
  readonly why: string;
  readonly outcome: CheckOutcome;
}

/** What came of a table of checks. */
export interface Checked<Refusal> {
  /** The refusal of the first row that did not hold; absent when all held. */
  readonly refusal?: Refusal;
  readonly results: readonly CheckResult[];
}

/** Ids of checks a party of a weakened world does not make; empty everywhere else. */
export type LeftOut = ReadonlySet<string>;

/**
 * Runs the rows in order and stops at the first that refuses; the rest are reported as not reached.
 * Rows left out are no part of the list.
 */
export async function runChecks<Facts, Refusal>(
  rows: readonly Check<Facts, Refusal>[],
  facts: Facts,
  leftOut?: LeftOut,
): Promise<Checked<Refusal>> {
  const results: CheckResult[] = [];
  let refusal: Refusal | undefined;
  for (const row of rows) {
    if (leftOut?.has(row.id) === true || row.applies?.(facts) === false) continue;
    const reached = refusal === undefined;
    if (reached) refusal = await row.refuse(facts);
    const passed = refusal === undefined;
    results.push(resultOf(row, !reached ? "not reached" : passed ? "passed" : "failed"));
  }
  return refusal === undefined ? { results } : { refusal, results };
}

function resultOf(row: Omit<CheckResult, "outcome">, outcome: CheckOutcome): CheckResult {
  const { id, title, spec, why } = row;
  return { id, title, spec, why, outcome };
}
