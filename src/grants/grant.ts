import type { Flow } from "../flow/define-flow.ts";

/** A grant as the catalogue knows it: its named variants, the first one shown first. */
export interface Grant {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is. */
  readonly summary: string;
  readonly variants: readonly Variant[];
}

/** A way to walk a grant. */
export interface Variant extends VariantFacts {
  readonly flow: Flow;
  /** The chapter whose sample is the client of this variant; the grant's own sample is, unless it is said. */
  readonly sample?: string;
  /** Steps its client does otherwise than that sample, whose code is not shown there. */
  readonly notAsSample?: readonly string[];
}

/** A variant as it is named, without its walk. */
export interface VariantFacts {
  readonly id: string;
  readonly title: string;
  /** One sentence: who it is for. */
  readonly forWhom: string;
  readonly client: ClientFacts;
  /** What of it the page computes instead of a browser or a device, where it does. */
  readonly modelled?: string;
}

/** What the specifications say of a variant, and what follows for those who choose. A sentence or two each. */
export interface Advice {
  readonly rfc6749: string;
  readonly rfc9700: string;
  /** Of the draft. */
  readonly oauth21: string;
  readonly useWhen: string;
  readonly dontUseWhen: string;
}

/** The advice of a grant, by the id of the variant. */
export type GrantAdvice = Readonly<Record<string, Advice>>;

/** The client of a variant, as it is registered. */
export interface ClientFacts {
  readonly id: string;
  /** RFC 6749 §2.1. */
  readonly type: "public" | "confidential";
  /** What comes back to it through a browser. */
  readonly answer: "code" | "token" | "nothing";
}
