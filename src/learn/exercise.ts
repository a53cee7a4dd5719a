import { type Flow, isEnd } from "../flow/define-flow.ts";
import type { Walk } from "../flow/walk.ts";
import type { Memory } from "../oauth/remembered.ts";

/** Something to bring about in a world of one's own. Whether it is, is judged by what happened there. */
export interface Exercise {
  readonly title: string;
  /** What to bring about and what may be done to it, in a few sentences. */
  readonly brief: string;
  /** Where it can be brought about. With several, choosing is part of it; the first is shown first. */
  readonly walks: readonly ExerciseWalk[];
  /** All of these are to hold. */
  readonly criteria: readonly Criterion[];
  /** Each says more than the one before. */
  readonly hints: readonly string[];
  /** What to take from it, once it is brought about. */
  readonly explanation: string;
  readonly solution: Solution;
}

/** A walk in which an exercise can be brought about. */
export interface ExerciseWalk {
  readonly id: string;
  readonly title: string;
  readonly flow: Flow;
}

/** The exercises of a chapter: a flow with one thing missing or wrong, and a goal to reach unaided. */
export interface Exercises {
  readonly task: Exercise;
  readonly goal: Exercise;
}

/** A world as it stands: the walk so far, and what the authorization server remembers. */
export interface Standing {
  readonly flow: Flow;
  readonly walk: Walk;
  readonly memory: Memory;
}

/** Something that is to hold of a world. */
export interface Criterion {
  /** A statement: “The API has sent the photos”. */
  readonly says: string;
  holds(standing: Standing): boolean;
}

/** One way to bring it about: the walk chosen, and what is done in it. */
export interface Solution {
  /** Id of the walk. */
  readonly walk: string;
  play(hand: Hand): Promise<void>;
}

/** What a learner can do to a walk. Everything rejects when the walk does not go that way. */
export interface Hand {
  walk(): Walk;
  /** Presses Next until that step is the next. */
  to(step: string): Promise<void>;
  /** Sends the message that is next, with these parameters set, added or, where there is no value, left out. */
  send(changes?: Changes): Promise<void>;
  /** Chooses another step in place of the one that is next. */
  instead(step: string): Promise<void>;
  /** Moves the clock on, by seconds. */
  wait(seconds: number): Promise<void>;
  /** Presses Next until the walk has ended. */
  end(): Promise<void>;
}

/** Parameters by name: what each is set to; nothing where it is left out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** Whether all that was to be brought about is. */
export function isSolved({ criteria }: Exercise, standing: Standing): boolean {
  return criteria.every(({ holds }) => holds(standing));
}

/** Whether the walk has ended and not all that was to be brought about is. */
export function isMissed(exercise: Exercise, standing: Standing): boolean {
  return isEnd(standing.walk.at) && !isSolved(exercise, standing);
}

/** The walk of that id; throws `RangeError` when the exercise has none. */
export function walkNamed({ title, walks }: Exercise, id: string): ExerciseWalk {
  const walk = walks.find((one) => one.id === id);
  if (walk === undefined) throw new RangeError(`“${title}” has no walk “${id}”.`);
  return walk;
}
