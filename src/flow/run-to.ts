import { type Flow, isEnd, promisedWalk, stepOf } from "./define-flow.ts";
import { takeStep } from "./to-machine.ts";
import type { Transport } from "./transport.ts";
import { newWalk, type Walk } from "./walk.ts";

/** The steps to take so that `step` is next when everything goes well; nothing when it is not reached so. */
export function pathTo(flow: Flow, step: string): readonly string[] | undefined {
  const main = promisedWalk(flow);
  const at = main.indexOf(step);
  if (at >= 0) return main.slice(0, at);
  const detours = main
    .flatMap((id, index) =>
      (stepOf(flow, id).instead ?? []).map(({ next }) => ({
        before: main.slice(0, index),
        walk: promisedWalk(flow, next),
      })),
    )
    .filter(({ walk }) => walk.includes(step));
  // A step is best shown where a detour leads to it at once, and not after something else went wrong.
  const [nearest] = detours.toSorted((a, b) => a.walk.indexOf(step) - b.walk.indexOf(step));
  return nearest && [...nearest.before, ...nearest.walk.slice(0, nearest.walk.indexOf(step))];
}

/**
 * Really takes every step before that one, in a world nothing has happened in yet, for as long as the walk goes
 * that way. Takes none when the step is not reached where everything goes well, as that which answers an error.
 * Throws what `takeStep` throws.
 */
export async function runTo(flow: Flow, transport: Transport, step: string): Promise<Walk> {
  const path = pathTo(flow, step);
  let walk = newWalk(flow);
  if (path === undefined) return walk;
  for (const id of path) {
    const standing = standingAt(flow, walk, id);
    if (standing === undefined) return walk;
    walk = await takeStep(flow, transport, { walk: standing });
  }
  return standingAt(flow, walk, step) ?? walk;
}

/** The walk standing at that step, when it does or is one detour away from it; at any when none is named. */
export function standingAt(flow: Flow, walk: Walk, step: string | undefined): Walk | undefined {
  if (step === undefined || walk.at === step) return walk;
  if (isEnd(walk.at)) return undefined;
  const detours = stepOf(flow, walk.at).instead ?? [];
  return detours.some(({ next }) => next === step) ? { ...walk, at: step } : undefined;
}
