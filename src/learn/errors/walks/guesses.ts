import { type Flow, type Step, stepOf } from "../../../flow/define-flow.ts";
import { extended, led } from "../../../flow/edit-flow.ts";
import { withField } from "../../../flow/edit-request.ts";
import { deviceFlow } from "../../../grants/device-code/flow.ts";
import { passwordFlow } from "../../../grants/password/flow.ts";
import { PAGE } from "../answers.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

/** So many wrong ones both endpoints take; after them the right one is refused as well. */
const TAKEN = 5;

interface Guessing {
  /** The step that is tried. */
  readonly id: string;
  /** What comes of a wrong guess. */
  readonly outcome: string;
  readonly label: string;
  /** The step as it is tried for the `nth` time, from 1. */
  guess(step: Step, nth: number): Step;
}

/** The flow in which so many wrong guesses come before the right one. */
function guessed(flow: Flow, { id, outcome, label, guess }: Guessing, times: number): Flow {
  const nameOf = (nth: number) => (nth > times ? id : `${id}_${nth}`);
  const guesses = Array.from({ length: times }, (_, index): [string, Step] => {
    const { instead: _instead, ...step } = guess(stepOf(flow, id), index + 1);
    const outcomes = { [outcome]: { label, next: nameOf(index + 2) } };
    return [nameOf(index + 1), { ...step, outcomes }];
  });
  return extended(led(flow, id, nameOf(1)), { steps: Object.fromEntries(guesses) });
}

/** Codes as a frame might show them, and this one does not. */
const MISREAD = ["BCDF-GHJK", "BCDF-GHJL", "BCDF-GHJM", "BCDF-GHJN", "BCDF-GHJP"];

const userCode: Guessing = {
  id: "type_code",
  outcome: "refused",
  label: "400 no device waits for this code",
  guess: (step, nth) => {
    if (step.kind !== "visit") throw new RangeError("A code is typed into a form.");
    return {
      ...step,
      title: `Alice misreads the code, ${nth} of ${TAKEN}`,
      userDoes: "enters another code than the frame shows",
      button: "enter a wrong code",
      begin: { by: "form", fields: () => ({ user_code: MISREAD[nth - 1] ?? "" }) },
    };
  },
};

const password: Guessing = {
  id: "token",
  outcome: "invalid_grant",
  label: "400 invalid_grant",
  guess: (step, nth) => {
    if (step.kind !== "exchange") throw new RangeError("A password is sent by an exchange.");
    return {
      ...step,
      title: `A job of Print’s tries the old password, ${nth} of ${TAKEN}`,
      why: "Alice has changed her password. Print kept the old one, and a job tries it again and again.",
      button: "send POST /token with the old password",
      request: (read) => withField(step.request(read), "password", "through-the-mirror"),
    };
  },
};

/** Guesses that are too many (RFC 8628 §5.1, RFC 6749 §4.3.2). */
export const guessWalks: readonly RefusalWalk[] = [
  refusal({
    check: "device.attempts",
    code: PAGE,
    title: "Too many wrong codes",
    story:
      "Alice cannot read the frame from her chair and guesses five times. Then she gets up, and the right code is refused as well.",
    step: "type_code",
    right: guessed(deviceFlow, userCode, TAKEN - 1),
    wrong: () => guessed(deviceFlow, userCode, TAKEN),
  }),
  refusal({
    check: "token.password-guesses",
    code: "invalid_grant",
    title: "Too many wrong passwords",
    story:
      "A job of Print’s has tried Alice’s old password five times. Now she types the new one, and it is refused as well.",
    step: "token",
    right: guessed(passwordFlow, password, TAKEN - 1),
    wrong: () => guessed(passwordFlow, password, TAKEN),
  }),
];
