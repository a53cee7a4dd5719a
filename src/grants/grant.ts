import type { Flow } from "../flow/define-flow.ts";

/** A grant as the catalogue knows it: its named variants, the first one shown first. */
export interface Grant {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is. */
  readonly summary: string;
  readonly variants: readonly Variant[];
}

export interface Variant {
  readonly id: string;
  readonly title: string;
  /** One sentence: who it is for. */
  readonly forWhom: string;
  readonly flow: Flow;
}
