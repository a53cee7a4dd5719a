import { Announcer } from "./announcer.tsx";
import { WalkMap } from "./map.tsx";
import { Panels } from "./panels.tsx";
import { TransportBar } from "./transport-bar.tsx";
import { buttonText, type ViewProps } from "./view-props.ts";
import { WorkColumn } from "./work-column.tsx";

/** The stepper inside a page with all one can do to a walk: to edit every message, to rewind, to see who knows what. */
export function WholeStepper(props: ViewProps) {
  const { walk, status, stepper, folded, heading = 2 } = props;
  const level = heading === 3 ? 4 : 3;
  const last = walk.taken.length === 0 ? undefined : walk.taken.length - 1;
  return (
    <div className="rounded-2xl border border-line bg-surface">
      <div className="grid items-start gap-5 p-3 sm:p-4 lg:grid-cols-[minmax(0,13fr)_minmax(0,12fr)]">
        <WorkColumn {...props} compact={false} level={level} inText>
          <Panels {...props} level={level} />
        </WorkColumn>
        <div className="min-w-0 overflow-hidden lg:sticky lg:top-[var(--below,1rem)] lg:order-first lg:[--diagram-height:max(22rem,min(46rem,calc(100dvh-14rem)))]">
          <WalkMap
            selected={stepper.looking ?? last}
            folded={folded}
            focus={props.focus ?? []}
            compact
            onSelect={stepper.look}
            onFold={props.onFold}
          />
        </div>
      </div>
      <TransportBar
        stepper={stepper}
        busy={status === "busy"}
        folded={folded}
        compact
        does={buttonText(stepper)}
      />
      <Announcer status={status} failure={props.failure} />
    </div>
  );
}
