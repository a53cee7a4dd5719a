import { useSyncExternalStore } from "react";

// public/theme.js reads the same key before the first paint.
const KEY = "grantlab.projector";
const listeners = new Set<() => void>();

/** Whether the page is shown for a room: large type, high contrast, fewer panels. Kept for the session of the tab. */
export function useProjector(): readonly [on: boolean, turn: (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, isOn, () => false), turn];
}

function isOn(): boolean {
  return document.documentElement.dataset["projector"] !== undefined;
}

function turn(on: boolean): void {
  document.documentElement.toggleAttribute("data-projector", on);
  try {
    sessionStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Storage may be forbidden; then it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
