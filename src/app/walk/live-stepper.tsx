import { findGrant, findVariant } from "../../grants/index.ts";
import type { Grant, Variant } from "../../grants/grant.ts";
import type { CodeSample, VariantLink } from "../../ui/stepper/props.ts";
import type { ViewProps } from "../../ui/stepper/view-props.ts";
import type { ComponentType } from "react";
import { Stepper } from "../../ui/stepper/stepper.tsx";
import { useFolded } from "../../ui/stepper/fold.ts";
import { isStepOfWalk, useStepInAddress } from "./use-step-in-address.ts";
import { useWalk } from "./use-walk.ts";

interface Props {
  /** The layout; `compact` goes with `CompactStepper`. */
  readonly view: ComponentType<ViewProps>;
  readonly grant: string;
  readonly variant: string;
  /** Tells steppers of the same variant in one tab apart: each has a sandbox of its own. */
  readonly name?: string;
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

/** The stepper of a variant, running. */
export function LiveStepper(props: Props) {
  const grant = findGrant(props.grant);
  const variant = grant === undefined ? undefined : findVariant(grant, props.variant);
  if (grant === undefined || variant === undefined) {
    throw new RangeError(`There is no ${props.grant}/${props.variant} to step.`);
  }
  return <Running key={`${grant.id}.${variant.id}`} {...props} found={{ grant, variant }} />;
}

function Running({
  found,
  name,
  step,
  inAddress = false,
  ...shown
}: Props & { found: { grant: Grant; variant: Variant } }) {
  const { grant, variant } = found;
  const [folded, setFolded] = useFolded();
  const sandbox = [grant.id, variant.id, name].filter((part) => part !== undefined).join(".");
  const asked = inAddress && isStepOfWalk() ? undefined : step;
  const live = useWalk({ flow: variant.flow, name: sandbox, step: asked, folded });
  useStepInAddress(inAddress ? live.walk : undefined);
  return <Stepper flow={variant.flow} {...shown} {...live} folded={folded} onFold={setFolded} />;
}
