import type { CausesOfCheck } from "./cause.ts";
import shipped from "./causes.json";

/** A check that is on a page of an error. */
export type CheckId = keyof typeof shipped;

/** Every check and what it answers, as `npm run causes -- --write` found it. */
export const causesByCheck: Readonly<Record<string, CausesOfCheck>> = shipped;
