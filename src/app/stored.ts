/** Text kept in this browser under a key; nothing when there is none or storage is forbidden. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps text under a key, or forgets it when there is none. Where storage is forbidden nothing is kept. */
export function writeStored(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Private windows may forbid storage; the page works without it.
  }
}
