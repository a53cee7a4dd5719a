import type { Told } from "../../../ui/matrix/types.ts";

/** A comparison as a document: plain text, independent of how it is laid out. */
export interface Report {
  readonly title: string;
  /** `2026-01-31`. */
  readonly date: string;
  /** Where it can be seen and run again. */
  readonly address: string;
  /** The two that are compared. */
  readonly sides: readonly [left: string, right: string];
  readonly duels: readonly ReportDuel[];
  readonly matrix: {
    readonly columns: readonly string[];
    readonly rows: readonly ReportRow[];
  };
  readonly facts: {
    readonly columns: readonly string[];
    /** The columns of the two that are compared. */
    readonly chosen: readonly [left: number, right: number];
    readonly rows: readonly { readonly title: string; readonly cells: readonly string[] }[];
  };
}

/** What an attack came to on both sides, as sentences. */
export interface ReportDuel {
  readonly attack: string;
  readonly way: string;
  readonly modelled?: string | undefined;
  readonly sides: readonly [left: Said, right: Said];
}

/** A verdict, and the sentence it begins. */
export interface Said {
  readonly verdict: Told["verdict"];
  readonly word: string;
  /** How the sentence goes on, its first colon or space included. */
  readonly rest: string;
}

export interface ReportRow {
  readonly attack: string;
  readonly way: string;
  readonly modelled?: string | undefined;
  /** One for each column; nothing where none was computed. */
  readonly cells: readonly (Told | undefined)[];
}
