import { useSyncExternalStore } from "react";

let words: string | undefined;
const listeners = new Set<() => void>();

/** What is to be found; nothing while the search is closed. */
export function useSearchWords(): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => words,
    () => undefined,
  );
}

/** Opens the search for these words, or closes it. */
export function lookFor(next: string | undefined): void {
  words = next;
  for (const listener of listeners) listener();
}

/** Opens the search, with what it has been asked for so far. */
export function openSearch(): void {
  lookFor(words ?? "");
}

/** Opens the search on the keys / and Ctrl-K. Begins before the page listens: who reads it already may press them. */
export function listenForSearch(): void {
  addEventListener("keydown", onKey, { capture: true });
}

function onKey(event: KeyboardEvent): void {
  if (asksForSearch(event)) {
    event.preventDefault();
    openSearch();
    return;
  }
  // While the dialog is on its way, what is typed is for it.
  if (words === undefined || isInDialog(event)) return;
  if (event.key === "Escape") lookFor(undefined);
  if (!isTyped(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  lookFor(words + event.key);
}

function asksForSearch({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  // A stepper that stands alone in a frame has no header, and the dialog is part of it.
  if (document.documentElement.hasAttribute("data-embed")) return false;
  if ((ctrlKey || metaKey) && key === "k") return true;
  const typing = target instanceof Element && target.closest("input, textarea, select, dialog");
  return key === "/" && !ctrlKey && !metaKey && !altKey && typing === null;
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
