import { useSyncExternalStore } from "react";
import { parseProgress, type Progress, withReached } from "../learn/progress.ts";
import { readStored, writeStored } from "./stored.ts";

const KEY = "grantlab.progress";
const NONE: Progress = {};
const listeners = new Set<() => void>();
let cached: { readonly text: string | undefined; readonly progress: Progress } | undefined;

/** The reader's progress in the guide; none while the page is rendered at build time. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, progressNow, () => NONE);
}

/** Remembers that the reader reached a section. */
export function markReached(chapter: string, section: string): void {
  const before = progressNow();
  const after = withReached(before, chapter, section);
  if (after === before) return;
  writeStored(KEY, JSON.stringify(after));
  for (const listener of listeners) listener();
}

function progressNow(): Progress {
  const text = readStored(KEY);
  if (cached === undefined || cached.text !== text)
    cached = { text, progress: parseProgress(text) };
  return cached.progress;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}
