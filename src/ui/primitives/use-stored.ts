import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

/**
 * A text kept in this browser under a key, shared by everything that asks for the key. Nothing on the server
 * and until hydration is over; where storage is forbidden it is kept in memory.
 */
export function useStored(
  key: string,
): readonly [text: string | undefined, store: (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => read(key), nothing);
  const store = useCallback((next: string) => write(key, next), [key]);
  return [text, store];
}

const memory = new Map<string, string>();

function read(key: string): string | undefined {
  try {
    return memory.get(key) ?? localStorage.getItem(key) ?? undefined;
  } catch {
    return memory.get(key);
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    memory.delete(key);
  } catch {
    // Private windows may forbid storage.
    memory.set(key, text);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

function nothing(): undefined {
  return undefined;
}
