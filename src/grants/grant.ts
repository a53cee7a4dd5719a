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
  readonly client: ClientFacts;
  readonly flow: Flow;
}

/** The client of a variant, as it is registered. */
export interface ClientFacts {
  readonly id: string;
  /** RFC 6749 §2.1. */
  readonly type: "public" | "confidential";
  /** What comes back through the browser. */
  readonly answer: "code" | "token";
}
