import { promisedWalk, type Step, stepOf } from "../../flow/define-flow.ts";
import { findGrant, findVariant, type Variant } from "../../grants/index.ts";

/** A message of a walk as a lesson speaks of it. */
export interface Message {
  readonly variant: Variant;
  readonly step: Step;
  /** Its place in the walk where everything goes well, from 1; nothing for a step off that walk. */
  readonly number?: number;
}

/** The message a lesson names. Throws `RangeError` when there is none; a test reads every lesson for that. */
export function messageOf(grantId: string, variantId: string, stepId: string): Message {
  const variant = variantOf(grantId, variantId);
  const index = promisedWalk(variant.flow).indexOf(stepId);
  const message = { variant, step: stepOf(variant.flow, stepId) };
  return index === -1 ? message : { ...message, number: index + 1 };
}

/** The variant a lesson names. Throws `RangeError` when there is none. */
export function variantOf(grantId: string, variantId: string): Variant {
  const grant = findGrant(grantId);
  const variant = grant && findVariant(grant, variantId);
  if (variant === undefined) throw new RangeError(`${grantId} has no variant “${variantId}”.`);
  return variant;
}
