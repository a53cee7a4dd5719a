import type { Branch, TraceEntry } from "../flow/trace.ts";
import type { SandboxSettings } from "../flow/transport.ts";
import type { RecordTypes, Store } from "../store/port.ts";
import type { Change } from "../store/journaled.ts";
import type { SigningKeys } from "../authorization-server/ports.ts";
import type { Browser } from "./browser.ts";

/** Opens the store of a namespace; the same namespace is the same store. */
export type OpenStore = <Records extends RecordTypes>(namespace: string) => Store<Records>;

/** What a sandbox keeps besides its servers' records. */
export type SandboxRecords = {
  state: SandboxState;
  /** By the id the caller made. */
  entry: TraceEntry;
  /** What each call changed, by the same id, written ahead: a call that never ended can be undone, an ended one replayed. */
  journal: Journal;
  /** What was begun last, under one id: the only thing that can be unfinished. */
  begun: Begun;
  /** Entries that rewinding took out of the trace, by id. */
  abandoned: TraceEntry;
  /** By number. */
  branch: Branch;
};

/** A call, or a rewinding: a call that was cut off is undone, a rewinding is finished. */
export interface Begun {
  readonly id: string;
  readonly rewinding?: Rewinding;
}

export interface Rewinding {
  /** The branch it leaves; the entries past its fork are undone. */
  readonly leaves: Branch;
  /** Of the state it began in: no rewinding makes a call to the clock count again. */
  readonly advancedBy?: string;
}

export interface SandboxState {
  readonly settings: SandboxSettings;
  /** The sandbox's clock, epoch seconds. */
  readonly now: number;
  /** Every browser that has been used, by profile. */
  readonly browsers: Readonly<Record<string, Browser>>;
  /** How far the clock was moved since the last entry, in seconds. */
  readonly moved?: number;
  /** The last call that moved the clock, so that one made twice moves it once. */
  readonly advancedBy?: string;
  /** The last rewinding, so that one made twice rewinds once. */
  readonly rewoundBy?: string;
  /** Id of the last entry of the trace; nothing while it has none. */
  readonly last?: string;
  /** How many entries the trace has. */
  readonly length: number;
}

export interface Journal {
  readonly changes: readonly JournaledChange[];
}

export interface JournaledChange {
  /** The site whose store changed; empty for the sandbox's own. */
  readonly site: string;
  readonly change: Change;
}

/** What is shared by all sandboxes of an origin. */
export type SharedRecords = {
  /** Signing keys of a host: they live outside the sandboxes, so that making one costs nothing. */
  keys: Omit<SigningKeys, "rsa">;
  /** Every sandbox there is, and when it was last opened (real epoch seconds). */
  sandbox: { readonly openedAt: number };
};
