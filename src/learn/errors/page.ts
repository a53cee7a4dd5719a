import type { Cause, CausesOfCheck, Where } from "./cause.ts";
import { type CheckId, causesByCheck } from "./causes.ts";
import { mostCommon } from "./common.ts";
import { fixes, fixesByCode } from "./fixes.ts";

/** A cause as its page shows it. */
export interface CauseOnPage {
  readonly check: string;
  readonly row: CausesOfCheck;
  readonly cause: Cause;
  /** What to do about it, one or two sentences. */
  readonly fix: string;
}

/** Every cause of an error, the commonest first, then in the order of the checks. */
export function causesOf(code: string): readonly CauseOnPage[] {
  const found = Object.entries(causesByCheck).flatMap(([check, row]) =>
    row.causes
      .filter((cause) => cause.code === code)
      .map((cause) => ({ check, row, cause, fix: fixOf(check, code) })),
  );
  return found.toSorted((a, b) => rankOf(a.check) - rankOf(b.check));
}

/** The endpoints an error can come from. */
export function endpointsOf(causes: readonly CauseOnPage[]): readonly Where[] {
  return [...new Set(causes.flatMap(({ row }) => row.endpoints))];
}

function rankOf(check: string): number {
  const rank = mostCommon.findIndex((id) => id === check);
  return rank < 0 ? mostCommon.length : rank;
}

function fixOf(check: string, code: string): string {
  return isCheckId(check) ? (fixesByCode[check]?.[code] ?? fixes[check]) : "";
}

function isCheckId(check: string): check is CheckId {
  return Object.hasOwn(fixes, check);
}
