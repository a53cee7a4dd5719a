import {
  type Asked,
  blankBrowser,
  type Branch,
  type BrowserView,
  type TraceEntry,
} from "../flow/trace.ts";
import type { Call, SandboxSettings } from "../flow/transport.ts";
import type { CheckResult } from "../oauth/checks.ts";
import { type Change, journaled, undo } from "../store/journaled.ts";
import type { RecordTypes, Store } from "../store/port.ts";
import { USER, viewOf } from "./browser.ts";
import type {
  JournaledChange,
  OpenStore,
  Rewinding,
  SandboxRecords,
  SandboxState,
} from "./records.ts";

/** What a call works with: everything it writes is journaled, so that it happens wholly or not at all. */
export interface Turn {
  readonly state: SandboxState;
  /** The store of a site of this sandbox. */
  open<Records extends RecordTypes>(site: string): Store<Records>;
  report(results: readonly CheckResult[]): void;
  /** Notes what the server that answers asked another one first. */
  asks(asked: Asked): void;
}

/** What the server that answers did besides. */
interface Besides {
  readonly checks: CheckResult[];
  readonly asked: Asked[];
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

/** What rewinding left behind. */
export interface Abandoned {
  readonly branches: readonly Branch[];
  /** In no order. */
  readonly entries: readonly TraceEntry[];
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

  /** The entry of a call, be it of the trace or of an abandoned branch. */
  async entry(id: string): Promise<TraceEntry | undefined> {
    return (await this.#live(id)) ?? (await this.#records.get("abandoned", id))?.value;
  }

  /** The branches that were abandoned, and the entries that are in them alone. */
  async abandoned(): Promise<Abandoned> {
    const branches = (await this.#records.list("branch")).map(({ value }) => value);
    const entries = (await this.#records.list("abandoned")).map(({ value }) => value);
    return { branches: branches.toSorted((a, b) => a.number - b.number), entries };
  }

  /** What a call of the trace changed, in order; nothing for one the trace does not have. */
  async changesOf(id: string): Promise<readonly JournaledChange[]> {
    return (await this.#records.get("journal", id))?.value.changes ?? [];
  }

  /** Moves the clock on, once for each `id`. */
  async advance(id: string, seconds: number): Promise<void> {
    // An undo later on would take the clock back as well.
    await this.settle();
    await this.stateOrThrow();
    await this.#records.update("state", "state", (state) => {
      if (state.advancedBy === id) return state;
      const { now, moved = 0 } = state;
      return { ...state, now: now + seconds, moved: moved + seconds, advancedBy: id };
    });
  }

  /**
   * Returns everything to right after that entry of the trace, once for each `id`; what came later becomes a branch.
   * Written ahead, so that it is finished by the next call when it is cut off. Throws for an entry the trace does not have.
   */
  async rewind(id: string, to: string): Promise<void> {
    await this.settle();
    const { rewoundBy, advancedBy } = await this.stateOrThrow();
    if (rewoundBy === id) return;
    const entries = (await this.trace()).map((entry) => entry.id);
    const fork = entries.indexOf(to) + 1;
    if (fork === 0) throw new NoSuchEntry();
    const number = (await this.#records.list("branch")).length + 1;
    const leaves = { number, entries, fork };
    const rewinding = advancedBy === undefined ? { leaves } : { leaves, advancedBy };
    await this.#records.put("begun", "call", { id, rewinding });
    await this.#finish(id, rewinding);
  }

  /** Undoes the call that was cut off, and finishes the rewinding that was; most often there is none. */
  async settle(): Promise<void> {
    const begun = (await this.#records.get("begun", "call"))?.value;
    if (begun === undefined) return;
    const { id, rewinding } = begun;
    if (rewinding !== undefined) return this.#finish(id, rewinding);
    if ((await this.#live(id)) === undefined) await this.#undo(id);
  }

  /** The store of a site as it is, for reading only: what is written to it is not journaled. */
  store<Records extends RecordTypes>(site: string): Store<Records> {
    return this.#openStore<Records>(this.#namespace(site));
  }

  /** Forgets everything of these sites and of the sandbox itself. */
  async forget(sites: readonly string[]): Promise<void> {
    for (const site of sites) await this.store(site).clear();
    await this.#records.clear();
  }

  /**
   * Makes the call once: a call of an id the trace or a branch has is answered from there, and what a call that
   * never ended had changed is undone first. Throws what `act` throws, with nothing changed.
   */
  async take(call: Call | undefined, act: (turn: Turn) => Promise<Done>): Promise<TraceEntry> {
    const id = call?.id ?? crypto.randomUUID();
    await this.settle();
    const state = await this.stateOrThrow();
    const known = await (state.rewoundBy === undefined ? this.#live(id) : this.entry(id));
    if (known !== undefined) return known;
    const besides: Besides = { checks: [], asked: [] };
    await this.#records.put("begun", "call", { id });
    await this.#records.put("journal", id, { changes: [] });
    const done = await this.#journaling(id, state, besides, act);
    const { checks, asked } = besides;
    const entry: TraceEntry = {
      checks,
      ...(asked.length === 0 ? {} : { asked }),
      ...done.entry,
      ...outOfBand(call),
      id,
      index: state.length,
      at: state.now,
      browser: seenAfter(done.state, call?.browser),
    };
    await this.#note(id, "", { kind: "state", id: "state", before: { value: state } });
    const took = entry.kind === "local" ? (done.wait ?? 0) : 1;
    const { moved: _, ...after } = done.state;
    await this.#records.put("state", "state", {
      ...after,
      now: state.now + took,
      last: id,
      length: state.length + 1,
    });
    await this.#records.put("entry", id, entry);
    return entry;
  }

  async #journaling(
    id: string,
    state: SandboxState,
    { checks, asked }: Besides,
    act: (turn: Turn) => Promise<Done>,
  ): Promise<Done> {
    try {
      return await act({
        state,
        open: <Records extends RecordTypes>(site: string) =>
          journaled(this.store<Records>(site), (change) => this.#note(id, site, change)),
        report: (results) => void checks.push(...results),
        asks: (question) => void asked.push(question),
      });
    } catch (error) {
      await this.settle();
      throw error;
    }
  }

  async #note(id: string, site: string, change: Change): Promise<void> {
    await this.#records.update("journal", id, ({ changes }) => ({
      changes: [...changes, { site, change }],
    }));
  }

  /** Each step may be made twice: whoever finishes it does not know how far it came. */
  async #finish(id: string, { leaves, advancedBy }: Rewinding): Promise<void> {
    const later = leaves.entries.slice(leaves.fork);
    if (later.length > 0) await this.#records.put("branch", `${leaves.number}`, leaves);
    for (const entryId of later.toReversed()) {
      const entry = await this.#live(entryId);
      if (entry === undefined) continue;
      await this.#records.put("abandoned", entryId, entry);
      await this.#undo(entryId);
      await this.#records.delete("entry", entryId);
    }
    await this.#records.update("state", "state", (state) => {
      const { moved = 0, advancedBy: _, ...rest } = state;
      const told = advancedBy === undefined ? {} : { advancedBy };
      return { ...rest, ...told, now: state.now - moved, rewoundBy: id };
    });
    await this.#records.delete("begun", "call");
  }

  /** Puts back what a call changed. */
  async #undo(id: string): Promise<void> {
    for (const { site, change } of (await this.changesOf(id)).toReversed()) {
      await undo(this.store(site), [change]);
    }
    await this.#records.delete("journal", id);
  }

  async #live(id: string): Promise<TraceEntry | undefined> {
    return (await this.#records.get("entry", id))?.value;
  }

  /** Throws `UnknownSandbox`. */
  async stateOrThrow(): Promise<SandboxState> {
    const state = await this.state();
    if (state === undefined) throw new UnknownSandbox(this.#id);
    return state;
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
