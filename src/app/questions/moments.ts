import type { Moment } from "../../learn/questions/attempts.ts";

/** When the questions were answered, in words. */
export const MOMENTS: Readonly<Record<Moment, string>> = {
  before: "before the guide",
  between: "in the middle of the guide",
  after: "after the guide",
  later: "a week later",
};
