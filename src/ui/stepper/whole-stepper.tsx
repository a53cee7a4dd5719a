import { Panels } from "./panels.tsx";
import { StepperBar, StepperMap } from "./layout-parts.tsx";
import type { ViewProps } from "./view-props.ts";
import { WorkColumn } from "./work-column.tsx";

/** The stepper inside a page with all one can do to a walk: to edit every message, to rewind, to see who knows what. */
export function WholeStepper(props: ViewProps) {
  const level = props.heading === 3 ? 4 : 3;
  return (
    <div className="rounded-2xl border border-line bg-surface">
      <div className="grid items-start gap-5 p-3 sm:p-4 lg:grid-cols-[minmax(0,13fr)_minmax(0,12fr)]">
        <WorkColumn {...props} compact={false} level={level} inText>
          <Panels {...props} level={level} />
        </WorkColumn>
        <div className="min-w-0 overflow-hidden lg:sticky lg:top-[var(--below,1rem)] lg:order-first lg:[--diagram-height:max(22rem,min(46rem,calc(100dvh-14rem)))]">
          <StepperMap {...props} />
        </div>
      </div>
      <StepperBar {...props} />
    </div>
  );
}
