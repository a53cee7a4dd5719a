import { Announcer } from "./announcer.tsx";
import { WalkMap } from "./map.tsx";
import { TransportBar } from "./transport-bar.tsx";
import { buttonText, type ViewProps } from "./view-props.ts";

/** The map of a layout, at the message that is looked at, or else at the one sent last. */
export function StepperMap({
  walk,
  stepper,
  folded,
  onFold,
  focus = [],
  compact = false,
}: ViewProps) {
  const last = walk.taken.length === 0 ? undefined : walk.taken.length - 1;
  return (
    <WalkMap
      selected={stepper.looking ?? last}
      folded={folded}
      focus={focus}
      compact={compact}
      onSelect={stepper.look}
      onFold={onFold}
    />
  );
}

/** What ends a layout: the bar, and what a screen reader is told. */
export function StepperBar({ stepper, status, folded, failure, compact = false }: ViewProps) {
  return (
    <>
      <TransportBar
        stepper={stepper}
        busy={status === "busy"}
        folded={folded}
        compact={compact}
        does={buttonText(stepper)}
      />
      <Announcer status={status} failure={failure} looking={stepper.looking} />
    </>
  );
}
