import { Expiries } from "../clock/expiries.tsx";
import { Announcer } from "./announcer.tsx";
import { StepperHeader } from "./header.tsx";
import { WalkMap } from "./map.tsx";
import { StartedHere } from "./notes.tsx";
import { Panels } from "./panels.tsx";
import { TransportBar } from "./transport-bar.tsx";
import { type Additions, buttonText, type ViewProps } from "./view-props.ts";
import { WorkColumn } from "./work-column.tsx";

/** The stepper on the whole bench: map, messages, browser window, panels, and the bar below. */
export function FullStepper(props: ViewProps & Additions) {
  const { walk, status, stepper, folded, heading = 1 } = props;
  const level = heading === 3 ? 4 : heading === 2 ? 3 : 2;
  return (
    <>
      <StepperHeader {...props} />
      {props.onAdvanceClock !== undefined && <Expiries memory={props.memory} />}
      <StartedHere step={props.startedAtStep} />
      {props.note}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,10fr)_minmax(0,11fr)] lg:grid-rows-[auto_1fr]">
        <WorkColumn {...props} level={level} />
        <div className="min-w-0 lg:sticky lg:top-4 lg:order-first lg:row-span-2 lg:[--diagram-height:max(22rem,min(52rem,calc(100dvh-25rem)))]">
          <WalkMap
            selected={stepper.looking ?? lastIndex(walk.taken.length)}
            folded={folded}
            focus={props.focus ?? []}
            compact={false}
            onSelect={stepper.look}
            onFold={props.onFold}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3 lg:col-start-2" data-panels>
          {/* They follow a page in a frame, whose own heading is of level 1. */}
          <Panels {...props} level={2} />
          {props.panels}
        </div>
      </div>
      <div className="mt-auto" />
      <TransportBar
        stepper={stepper}
        busy={status === "busy"}
        folded={folded}
        compact={false}
        does={buttonText(stepper)}
      />
      <Announcer status={status} failure={props.failure} />
    </>
  );
}

function lastIndex(count: number): number | undefined {
  return count === 0 ? undefined : count - 1;
}
