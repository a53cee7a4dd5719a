import { isEnd } from "../../flow/define-flow.ts";
import { knowledge } from "../../flow/knowledge.ts";
import type { Taken } from "../../flow/walk.ts";
import type { Criterion, Standing } from "../exercise.ts";

/** The walk has come to the end it promises. */
export function ended(says: string): Criterion {
  return { says, holds: ({ walk }) => walk.at === "done" };
}

/** A message of that step was answered as its flow promises, and led on. */
export function went(says: string, step: string): Criterion {
  return {
    says,
    holds: ({ walk }) => walk.taken.some((taken) => taken.step === step && taken.led),
  };
}

/** A check of that id has refused a message. */
export function refusedBy(says: string, check: string): Criterion {
  return { says, holds: ({ walk }) => walk.taken.some((taken) => refuses(taken, check)) };
}

/** The walk has ended, and none of these places has come to know the value. */
export function keptFrom(says: string, value: string, places: readonly string[]): Criterion {
  return {
    says,
    holds: ({ flow, walk }) =>
      isEnd(walk.at) && places.every((place) => !knows({ flow, walk }, value, place)),
  };
}

/** A user has allowed something, and never more or less than this scope. */
export function scopeAllowed(says: string, scope: string): Criterion {
  return {
    says,
    holds({ memory }) {
      const grants = memory.remembered.filter(({ kind }) => kind === "grant");
      return grants.length > 0 && grants.every(({ facts }) => facts["scope"] === scope);
    },
  };
}

function knows({ flow, walk }: Pick<Standing, "flow" | "walk">, value: string, place: string) {
  return knowledge(flow, walk.taken).get(value)?.has(place) === true;
}

function refuses({ entry }: Taken, check: string): boolean {
  return entry.checks.some(({ id, outcome }) => id === check && outcome === "failed");
}
