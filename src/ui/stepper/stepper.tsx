import { type ComponentType, useMemo } from "react";
import { isEnd } from "../../flow/define-flow.ts";
import { forksOf } from "../branches/forks.ts";
import { WalkProvider } from "../exchange/walk-context.ts";
import { useFolded } from "./fold.ts";
import type { StepperProps } from "./props.ts";
import { useKeyboard } from "./use-keyboard.ts";
import { useStepper } from "./use-stepper.ts";
import type { ViewProps } from "./view-props.ts";

interface Props extends StepperProps {
  /** The layout: `CompactStepper` or `FullStepper`. Given, so that a page loads only the one it shows. */
  readonly view: ComponentType<ViewProps>;
}

/** A walk through a flow, one message at a press. Everything in it comes from the props; it sends nothing itself. */
export function Stepper({ view: View, ...props }: Props) {
  const { flow, walk, status, branches, compact = false } = props;
  const stepper = useStepper(props);
  const own = useFolded();
  const folded = props.folded ?? own[0];
  const fold = props.onFold ?? own[1];
  useKeyboard(stepper, compact);
  const forks = useMemo(() => branches && forksOf(walk, branches), [walk, branches]);
  const onScreen = useMemo(() => ({ flow, walk, forks }), [flow, walk, forks]);
  const ended = isEnd(walk.at);
  return (
    <WalkProvider value={onScreen}>
      <section
        // A compact one stands in a part of the page that has a name of its own.
        {...(compact ? {} : { "aria-label": `Stepper: ${flow.title}` })}
        data-flow={flow.id}
        data-step={ended ? (walk.taken.at(-1)?.step ?? flow.start) : walk.at}
        data-state={status}
        data-mode={props.mode}
        {...(ended ? { "data-end": walk.at } : {})}
        className={compact ? "" : "flex flex-1 flex-col gap-5 pb-6"}
      >
        <View {...props} stepper={stepper} folded={folded} onFold={fold} />
      </section>
    </WalkProvider>
  );
}
