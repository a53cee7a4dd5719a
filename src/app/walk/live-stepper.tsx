import type { Grant, Variant } from "../../grants/grant.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import { FlowStepper, sandboxOf, type Shown } from "./flow-stepper.tsx";

interface Props extends Shown {
  readonly grant: string;
  readonly variant: string;
  /** Tells steppers of the same variant in one tab apart: each has a sandbox of its own. */
  readonly name?: string;
}

/** The stepper of a variant, running. */
export function LiveStepper({ grant: grantId, variant: variantId, name, ...shown }: Props) {
  const { grant, variant } = foundOrThrow(grantId, variantId);
  const sandbox = sandboxOf(grant.id, variant.id, name);
  return <FlowStepper key={sandbox} flow={variant.flow} sandbox={sandbox} {...shown} />;
}

function foundOrThrow(
  grantId: string,
  variantId: string,
): { readonly grant: Grant; readonly variant: Variant } {
  const grant = findGrant(grantId);
  const variant = grant && findVariant(grant, variantId);
  if (grant !== undefined && variant !== undefined) return { grant, variant };
  throw new RangeError(`There is no ${grantId}/${variantId} to step.`);
}
