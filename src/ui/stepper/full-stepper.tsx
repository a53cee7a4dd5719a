import { Expiries } from "../clock/expiries.tsx";
import { StepperHeader } from "./header.tsx";
import { StartedHere } from "./notes.tsx";
import { Panels } from "./panels.tsx";
import { StepperBar, StepperMap } from "./layout-parts.tsx";
import type { Additions, ViewProps } from "./view-props.ts";
import { WorkColumn } from "./work-column.tsx";

/** The stepper on the whole bench: map, messages, browser window, panels, and the bar below. */
export function FullStepper(props: ViewProps & Additions) {
  const { heading = 1 } = props;
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
          <StepperMap {...props} />
        </div>
        <div className="flex min-w-0 flex-col gap-3 lg:col-start-2" data-panels>
          {/* They follow a page in a frame, whose own heading is of level 1. */}
          <Panels {...props} level={2} />
          {props.panels}
        </div>
      </div>
      <div className="mt-auto" />
      <StepperBar {...props} />
    </>
  );
}
