import type { ComponentType } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import type { Grant, Variant } from "../../grants/grant.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import type { CodeSample, VariantLink } from "../../ui/stepper/props.ts";
import { Stepper } from "../../ui/stepper/stepper.tsx";
import type { ViewProps } from "../../ui/stepper/view-props.ts";
import { useStepping } from "./use-stepping.ts";

interface Shown {
  /** The layout; `compact` goes with `CompactStepper`. */
  readonly view: ComponentType<ViewProps>;
  readonly compact?: boolean;
  readonly heading?: 1 | 2 | 3;
  /** The step to begin at. */
  readonly step?: string | undefined;
  /** The steps that the section of a lesson around it speaks of. */
  readonly focus?: readonly string[];
  readonly variants?: readonly VariantLink[];
  readonly code?: Readonly<Record<string, CodeSample>>;
  /** Whether the address of the page follows the walk, so that it leads back to what is on the screen. */
  readonly inAddress?: boolean;
}

interface Props extends Shown {
  readonly grant: string;
  readonly variant: string;
  /** Tells steppers of the same variant in one tab apart: each has a sandbox of its own. */
  readonly name?: string;
}

/** The stepper of a variant, running. */
export function LiveStepper({ grant: grantId, variant: variantId, name, ...shown }: Props) {
  const { grant, variant } = foundOrThrow(grantId, variantId);
  const sandbox = [grant.id, variant.id, name].filter((part) => part !== undefined).join(".");
  return <Running key={sandbox} flow={variant.flow} sandbox={sandbox} {...shown} />;
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

interface RunningProps extends Shown {
  readonly flow: Flow;
  readonly sandbox: string;
}

function Running({ sandbox, step, inAddress = false, ...shown }: RunningProps) {
  const { onRunToEnd: _, ...live } = useStepping({ flow: shown.flow, sandbox, step, inAddress });
  return <Stepper {...shown} {...live} />;
}
