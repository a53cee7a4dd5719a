import { PAGE } from "../../src/learn/errors/answers.ts";
import type { Answered } from "../../src/learn/errors/cause.ts";

interface Unreachable extends Answered {
  /** Why no walk leads there: a sentence or two. */
  readonly reason: string;
}

/** Answers of checks that no walk leads to, by the id of the check. */
export const unreachable: Readonly<Record<string, readonly Unreachable[]>> = {
  "consent.unspent": [
    {
      where: "/consent",
      code: PAGE,
      status: 400,
      reason:
        "Two answers would have to arrive in the same instant, and here one message comes after the other. A second one that comes later is refused because no sign-in is under way any more.",
    },
  ],
};
