/** A column: a grant, or a variant of one. */
export interface Column {
  readonly id: string;
  readonly title: string;
  /** Whether it is one of the two that are compared. */
  readonly chosen: boolean;
  /** Whether it stands for its grant where not all columns are shown. */
  readonly leads: boolean;
}

/** A row: one way of an attack. */
export interface Line {
  readonly id: string;
  readonly title: string;
  /** The attack, whose ways stand together. */
  readonly group: string;
  /** What of it is modelled, where something is. */
  readonly modelled?: string | undefined;
}

/** What an attack came to, in words. */
export interface Told {
  readonly verdict: "succeeds" | "stopped" | "does not apply";
  /** The check that stopped it, or why it does not apply; empty where it succeeds. */
  readonly text: string;
  /** Section that asks for the check. */
  readonly spec?: string | undefined;
  /** Id of the check. */
  readonly by?: string | undefined;
}

/** What running a cell again, here and now, came to. */
export type Rerun =
  | { readonly state: "running" }
  | { readonly state: "same" }
  | { readonly state: "differs"; readonly told: Told }
  | { readonly state: "failed"; readonly problem: string };

/** A cell as it is shown. */
export interface CellView {
  readonly told: Told;
  /** The attack's own page, set to this cell. */
  readonly href: string;
  readonly rerun?: Rerun | undefined;
}
