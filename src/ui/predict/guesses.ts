import { useSyncExternalStore } from "react";
import type { Walk } from "../../flow/walk.ts";

// Of a message: after which entry of the trace it was to come, and what was chosen.
const guesses = new Map<string, string>();
const listeners = new Set<() => void>();

/** The choice made about the message that comes after this many of the walk, and how to make one. */
export function useGuess(
  name: string,
  walk: Walk,
  count: number,
): readonly [choice: string | undefined, choose: (choice: string | undefined) => void] {
  const key = walk.taken[count - 1]?.entry.id ?? `${name} from its start`;
  const choice = useSyncExternalStore(
    subscribe,
    () => guesses.get(key),
    () => undefined,
  );
  return [choice, (next) => choose(key, next)];
}

function choose(key: string, choice: string | undefined): void {
  if (choice === undefined) guesses.delete(key);
  else guesses.set(key, choice);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
