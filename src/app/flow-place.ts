import { findGrant, findVariant, type Grant, type Variant } from "../grants/index.ts";
import { type Head, headNamed, missingHead } from "./head.ts";
import type { FlowPlace } from "./places.ts";

/** The walk an address asks for. */
export interface FlowAsked {
  readonly grant: Grant;
  readonly variant: Variant;
  /** The step to walk to first. */
  readonly step?: string;
}

/** What of a grant an address asked for and there is none of. */
export interface MissingOfGrant {
  readonly what: "grant" | "variant" | "step";
  /** The name that nothing has. */
  readonly name: string;
  /** The grant whose variant or step was asked for. */
  readonly grant?: Grant;
  /** The variant whose step was asked for. */
  readonly variant?: Variant;
}

/** Looks the address up among the grants. */
export function flowAskedAt({ grant: id, search }: FlowPlace): FlowAsked | MissingOfGrant {
  const grant = findGrant(id);
  if (grant === undefined) return { what: "grant", name: id };
  const query = new URLSearchParams(search);
  const asked = query.get("variant");
  const variant = findVariant(grant, asked);
  if (variant === undefined) return { what: "variant", name: asked ?? "", grant };
  const step = query.get("step");
  if (step === null) return { grant, variant };
  return Object.hasOwn(variant.flow.steps, step)
    ? { grant, variant, step }
    : { what: "step", name: step, grant, variant };
}

/** Title and description of the page of a walk. */
export function flowHead(place: FlowPlace): Head {
  const asked = flowAskedAt(place);
  if ("what" in asked) return missingHead(asked);
  const { grant, variant } = asked;
  return headNamed(`${grant.title}: ${variant.title}`, variant.flow.summary);
}
