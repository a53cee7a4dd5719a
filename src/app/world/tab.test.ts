import { afterEach, beforeEach, expect, test, vi } from "vitest";

const KEY = "grantlab.tab";

/** The locks of one browser: each is granted to the first that asks, and never given back. */
function lockManager() {
  const held = new Set<string>();
  return {
    held,
    request(name: string, { signal }: { signal: AbortSignal }, granted: () => Promise<never>) {
      if (!held.has(name)) {
        held.add(name);
        return granted();
      }
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    },
  };
}

function storage(entries: Readonly<Record<string, string>> = {}) {
  const map = new Map(Object.entries(entries));
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => void map.set(key, text),
  };
}

const forbidden = {
  getItem() {
    throw new DOMException("The operation is insecure.", "SecurityError");
  },
  setItem() {
    throw new DOMException("The operation is insecure.", "SecurityError");
  },
};

/** The id of a page that has just loaded. */
async function idIn(sessionStorage: object, navigator: object): Promise<string> {
  vi.stubGlobal("sessionStorage", sessionStorage);
  vi.stubGlobal("navigator", navigator);
  vi.resetModules();
  return (await import("./tab.ts")).tabId();
}

beforeEach(() => {
  // Whoever waits for a lock gives up at once.
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    const giveUp = new AbortController();
    queueMicrotask(() => giveUp.abort());
    return giveUp.signal;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a tab keeps its id over a reload", async () => {
  const kept = storage();
  const first = await idIn(kept, { locks: lockManager() });
  expect(await idIn(kept, { locks: lockManager() })).toBe(first);
});

test("a reload is patient with the page before it, which may be slow to go", async () => {
  const waits: number[] = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    waits.push(milliseconds);
    return new AbortController().signal;
  });
  await idIn(storage({ [KEY]: "mine" }), { locks: lockManager() });
  const reload = Object.assign(performance.mark("loaded"), { type: "reload" });
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([reload]);
  await idIn(storage({ [KEY]: "mine" }), { locks: lockManager() });
  expect(waits).toEqual([300, 5000]);
});

test("a duplicated tab gets an id of its own, and the first keeps its own", async () => {
  const locks = lockManager();
  const first = await idIn(storage(), { locks });
  const copied = storage({ [KEY]: first });
  const copy = await idIn(copied, { locks });
  expect(copy).not.toBe(first);
  expect([copied.map.get(KEY), [...locks.held]]).toEqual([
    copy,
    [`grantlab.tab.${first}`, `grantlab.tab.${copy}`],
  ]);
});

test("without Web Locks no two pages share an id, a copy and its original included", async () => {
  const first = await idIn(storage(), {});
  expect(await idIn(storage({ [KEY]: first }), {})).not.toBe(first);
});

test("a tab whose storage and locks are forbidden has an id nonetheless", async () => {
  const locks = { request: () => Promise.reject(new DOMException("", "SecurityError")) };
  expect(await idIn(forbidden, { locks })).toMatch(/^[\da-f-]{36}$/);
});
