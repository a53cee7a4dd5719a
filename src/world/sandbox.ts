import { blankBrowser, type BrowserView, type TraceEntry } from "../flow/trace.ts";
import type { Call, SandboxSettings } from "../flow/transport.ts";
import type { CheckResult } from "../oauth/checks.ts";
import { type Change, journaled, undo } from "../store/journaled.ts";
import type { RecordTypes, Store } from "../store/port.ts";
import { USER, viewOf } from "./browser.ts";
import type { JournaledChange, OpenStore, SandboxRecords, SandboxState } from "./records.ts";

/** What a call works with: everything it writes is journaled, so that it happens wholly or not at all. */
export interface Turn {
  readonly state: SandboxState;
  /** The store of a site of this sandbox. */
  open<Records extends RecordTypes>(site: string): Store<Records>;
  report(results: readonly CheckResult[]): void;
}

/** What a call did: the sandbox afterwards, and what the trace says of it. */
export interface Done {
  readonly state: SandboxState;
  readonly entry: Omit<
    TraceEntry,
    "id" | "index" | "at" | "step" | "edited" | "checks" | "browser" | "profile"
  > & {
    readonly checks?: readonly CheckResult[];
  };
  /** How long a local step took, in seconds. */
  readonly wait?: number;
}

/** One learner's world: its records, its clock and its trace. Calls happen one after the other. */
export class Sandbox {
  readonly #id: string;
  readonly #openStore: OpenStore;
  readonly #records: Store<SandboxRecords>;

  constructor(id: string, openStore: OpenStore) {
    this.#id = id;
    this.#openStore = openStore;
    this.#records = openStore<SandboxRecords>(id);
  }

  /** Nothing when it was never opened, or was forgotten. */
  async state(): Promise<SandboxState | undefined> {
    return (await this.#records.get("state", "state"))?.value;
  }

  async start(settings: SandboxSettings, now: number): Promise<void> {
    await this.#records.put("state", "state", { settings, now, browsers: {}, length: 0 });
  }

  /** The trace, in order. */
  async trace(): Promise<readonly TraceEntry[]> {
    const entries = (await this.#records.list("entry")).map(({ value }) => value);
    return entries.toSorted((a, b) => a.index - b.index);
  }

  async entry(id: string): Promise<TraceEntry | undefined> {
    return (await this.#records.get("entry", id))?.value;
  }

  /** Moves the clock on, once for each `id`. */
  async advance(id: string, seconds: number): Promise<void> {
    // An undo later on would take the clock back as well.
    await this.#undoUnfinished();
    await this.#stateOrThrow();
    await this.#records.update("state", "state", (state) =>
      state.advancedBy === id ? state : { ...state, now: state.now + seconds, advancedBy: id },
    );
  }

  /** Forgets everything of these sites and of the sandbox itself. */
  async forget(sites: readonly string[]): Promise<void> {
    for (const site of sites) await this.#store(site).clear();
    await this.#records.clear();
  }

  /**
   * Makes the call once: a call of an id the trace has is answered from the trace, and what a call that
   * never ended had changed is undone first. Throws what `act` throws, with nothing changed.
   */
  async take(call: Call | undefined, act: (turn: Turn) => Promise<Done>): Promise<TraceEntry> {
    const id = call?.id ?? crypto.randomUUID();
    const known = await this.entry(id);
    if (known !== undefined) return known;
    await this.#undoUnfinished();
    const state = await this.#stateOrThrow();
    const checks: CheckResult[] = [];
    await this.#records.put("begun", "call", { id });
    await this.#records.put("journal", id, { changes: [] });
    const done = await this.#journaling(id, state, checks, act);
    const entry: TraceEntry = {
      checks,
      ...done.entry,
      ...outOfBand(call),
      id,
      index: state.length,
      at: state.now,
      browser: seenAfter(done.state, call?.browser),
    };
    await this.#note(id, "", { kind: "state", id: "state", before: { value: state } });
    const took = entry.kind === "local" ? (done.wait ?? 0) : 1;
    await this.#records.put("state", "state", {
      ...done.state,
      now: state.now + took,
      length: state.length + 1,
    });
    await this.#records.put("entry", id, entry);
    return entry;
  }

  async #journaling(
    id: string,
    state: SandboxState,
    checks: CheckResult[],
    act: (turn: Turn) => Promise<Done>,
  ): Promise<Done> {
    try {
      return await act({
        state,
        open: <Records extends RecordTypes>(site: string) =>
          journaled(this.#openStore<Records>(this.#namespace(site)), (change) =>
            this.#note(id, site, change),
          ),
        report: (results) => void checks.push(...results),
      });
    } catch (error) {
      await this.#undoUnfinished();
      throw error;
    }
  }

  async #note(id: string, site: string, change: Change): Promise<void> {
    await this.#records.update("journal", id, ({ changes }) => ({
      changes: [...changes, { site, change }],
    }));
  }

  /** When the call that was begun last has no entry, it was cut off. */
  async #undoUnfinished(): Promise<void> {
    const id = (await this.#records.get("begun", "call"))?.value.id;
    if (id === undefined || (await this.entry(id)) !== undefined) return;
    const journal = await this.#records.get("journal", id);
    await this.#undo(journal?.value.changes ?? []);
    await this.#records.delete("journal", id);
  }

  async #undo(changes: readonly JournaledChange[]): Promise<void> {
    for (const { site, change } of changes.toReversed()) await undo(this.#store(site), [change]);
  }

  async #stateOrThrow(): Promise<SandboxState> {
    const state = await this.state();
    if (state === undefined) throw new UnknownSandbox(this.#id);
    return state;
  }

  #store(site: string): Store<RecordTypes> {
    return this.#openStore<RecordTypes>(this.#namespace(site));
  }

  #namespace(site: string): string {
    return site === "" ? this.#id : `${this.#id}/${site}`;
  }
}

/** What a call says of itself besides its request. */
function outOfBand(call: Call | undefined): Pick<TraceEntry, "step" | "edited" | "profile"> {
  if (call === undefined) return { edited: false };
  const { step, edited, browser } = call;
  return { step, edited, ...(browser === undefined ? {} : { profile: browser }) };
}

function seenAfter({ browsers, now }: SandboxState, profile = USER): BrowserView {
  const browser = browsers[profile];
  return browser === undefined ? blankBrowser : viewOf(browser, now);
}

/** Thrown where an entry is named that the trace does not have. */
export class NoSuchEntry extends RangeError {
  override readonly name = "NoSuchEntry";
  constructor() {
    super("The trace has no such entry.");
  }
}

/** Thrown for a call to a sandbox that was never opened or was deleted meanwhile. */
export class UnknownSandbox extends Error {
  override readonly name = "UnknownSandbox";
  constructor(id: string) {
    super(`There is no sandbox “${id}” any more. Restart the walk to get a fresh one.`);
  }
}
