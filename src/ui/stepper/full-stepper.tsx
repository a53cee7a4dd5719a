import { awaitsForm } from "../../flow/walk.ts";
import { Expiries } from "../clock/expiries.tsx";
import { Announcer } from "./announcer.tsx";
import { BrowserWindow } from "./lazy-window.tsx";
import { StepperHeader } from "./header.tsx";
import { WalkMap } from "./map.tsx";
import { Messages } from "./messages-column.tsx";
import { StartedHere } from "./notes.tsx";
import { Panels } from "./panels.tsx";
import { formFields } from "./promised-request.ts";
import { screenIsNew } from "./shown-browser.ts";
import { useResultInView } from "./use-result-in-view.ts";
import { LookingElsewhere, Rewound } from "./standing.tsx";
import { TransportBar } from "./transport-bar.tsx";
import { type Additions, buttonText, type ViewProps } from "./view-props.ts";

/** The stepper on the whole bench: map, messages, browser window, panels, and the bar below. */
export function FullStepper(props: ViewProps & Additions) {
  const { flow, walk, status, stepper, folded, heading = 1 } = props;
  const level = heading === 3 ? 4 : heading === 2 ? 3 : 2;
  const { draft, setFrame } = stepper;
  const form = awaitsForm(flow, walk);
  const column = useResultInView(`${walk.taken.length} ${stepper.looking}`, false);
  const fields = form && draft !== undefined ? formFields(draft.promised) : undefined;
  const follow = (url: string) => {
    if (draft?.promised.method === "GET" && draft.promised.url === url) stepper.next();
  };
  return (
    <>
      <StepperHeader {...props} />
      {props.onAdvanceClock !== undefined && <Expiries memory={props.memory} />}
      <StartedHere step={props.startedAtStep} />
      {props.note}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,10fr)_minmax(0,11fr)] lg:grid-rows-[auto_1fr]">
        <div ref={column} className="flex min-w-0 scroll-mt-4 flex-col gap-5">
          <LookingElsewhere {...props} />
          <Rewound {...props} />
          <Messages {...props} level={level} />
          <div className={form || screenIsNew(flow, walk) ? "order-first" : ""}>
            <BrowserWindow
              ref={setFrame}
              fields={fields}
              people={props.people}
              onFill={stepper.fill}
              onSubmit={stepper.submit}
              onFollow={follow}
            />
          </div>
        </div>
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
