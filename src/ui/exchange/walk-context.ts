import { createContext, use } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";

/** The walk whose values the views below know again. */
export interface WalkOnScreen {
  readonly flow: Flow;
  readonly walk: Walk;
  /** Of messages after which an abandoned branch went another way, by index: the numbers of those branches. */
  readonly forks?: ReadonlyMap<number, readonly number[]> | undefined;
}

const Context = createContext<WalkOnScreen | undefined>(undefined);

/** Gives the views inside it the walk they show. */
export const WalkProvider = Context.Provider;

/** The walk around; throws outside a `WalkProvider`. */
export function useWalk(): WalkOnScreen {
  const walk = use(Context);
  if (walk === undefined) throw new Error("This view belongs inside a WalkProvider.");
  return walk;
}
