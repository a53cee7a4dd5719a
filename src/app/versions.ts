import { useSyncExternalStore } from "react";
import { type NewVersion, onNewVersion } from "../sw/register.ts";

const listeners = new Set<() => void>();
let newVersion: NewVersion | undefined;

/** Begins to notice when a newer worker than the one this page began with is there. Call it once. */
export function watchVersions(): void {
  onNewVersion((version) => {
    newVersion = version;
    for (const listener of listeners) listener();
  });
}

/** The new version that waits or has taken over, if there is one. */
export function useNewVersion(): NewVersion | undefined {
  return useSyncExternalStore(
    subscribe,
    () => newVersion,
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
