import { type ComponentType, useEffect, useEffectEvent } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import { useFolded } from "../../ui/stepper/fold.ts";
import type { CodeSample } from "../../ui/exchange/code-view.tsx";
import type { Predicting, VariantLink } from "../../ui/stepper/props.ts";
import { Stepper } from "../../ui/stepper/stepper.tsx";
import type { ViewProps } from "../../ui/stepper/view-props.ts";
import { useWalk } from "./use-walk.ts";

/** How a stepper is shown. */
export interface Shown {
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
  readonly predicting?: Predicting;
  /** Called when the walk stands at its end. */
  onEnd?: (() => void) | undefined;
}

interface Props extends Shown {
  readonly flow: Flow;
  /** Names the sandbox within this tab. Another one is another stepper: give it as the key as well. */
  readonly sandbox: string;
}

/** The stepper of a flow, running. */
export function FlowStepper({ sandbox, step, onEnd, ...given }: Props) {
  const [folded, onFold] = useFolded();
  const { shown } = useWalk({ flow: given.flow, name: sandbox, step, folded });
  const { onRunToEnd: _, ...walking } = shown;
  const ended = shown.status === "done";
  const tellEnd = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    if (ended) tellEnd();
  }, [ended]);
  return <Stepper {...given} {...walking} folded={folded} onFold={onFold} />;
}

/** The sandbox of a variant; `name` tells steppers of the same variant in one tab apart. */
export function sandboxOf(grant: string, variant: string, name?: string): string {
  return [grant, variant, name].filter((part) => part !== undefined).join(".");
}
