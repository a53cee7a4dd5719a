import type { CheckResult } from "../../oauth/checks.ts";

/** A way to run a refusal: it ends right before it, one press of Next away. */
export type Way = LinkedWay | WalkedWay;

/** A link into the walk of a grant: all of it fits into an address. */
export interface LinkedWay {
  readonly grant: string;
  readonly variant: string;
  /** The step whose message is refused. */
  readonly step: string;
  /** The step at which the walk turns off to it; empty where it needs no detour, or the nearest one does. */
  readonly from: string;
  /** How far the clock is moved on before, in seconds. */
  readonly wait: number;
  /** Id of a mistake of the stepper’s menu; empty for none. */
  readonly mistake: string;
  /** Edits of the message, as a link carries them. */
  readonly edits: readonly string[];
}

/** A walk made for this refusal, which has a page of its own. */
export interface WalkedWay {
  /** Its title. */
  readonly walk: string;
  /** The title of the step that is refused. */
  readonly message: string;
}

/** What answered: an endpoint of the authorization server by its path, the API, or the client itself. */
export type Where = string;

/** A refusal as it really was: the code that was answered, and by whom. */
export interface Answered {
  /** The error code, or one of the ids that stand for an answer without one. */
  readonly code: string;
  readonly where: Where;
  /** Of the answer; 0 where a party refused by itself and nothing was sent. */
  readonly status: number;
}

/** One of the answers a check gives, and how to see it. */
export interface Cause extends Answered {
  /** Nothing where no walk leads there; then the reason says why. */
  readonly way: Way | null;
  readonly reason: string;
}

/** A check, and all it answers. */
export interface CausesOfCheck extends Omit<CheckResult, "outcome" | "id"> {
  /** The endpoints that make it. */
  readonly endpoints: readonly Where[];
  readonly causes: readonly Cause[];
}
