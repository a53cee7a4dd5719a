import { Messages } from "./messages-column.tsx";
import { StepperBar, StepperMap } from "./layout-parts.tsx";
import { useResultInView } from "./use-result-in-view.ts";
import type { ViewProps } from "./view-props.ts";

/** The stepper inside a page: diagram, message and result, in a box that keeps its height. */
export function CompactStepper(props: ViewProps) {
  const { walk, stepper } = props;
  const box = useResultInView({
    taken: walk.taken.length,
    looking: stepper.looking,
    compact: true,
    inText: true,
  });
  return (
    <div className="rounded-2xl border border-line bg-surface">
      <div className="grid lg:h-[34rem] lg:grid-cols-2">
        <div
          ref={box}
          className="min-w-0 p-3 scroll-mt-4 lg:overflow-y-auto sm:p-4 [&_article]:rounded-none [&_article]:border-0 [&_article]:p-0 [&_article[data-quiet]]:border-t [&_article[data-quiet]]:pt-5"
        >
          <Messages {...props} level={3} />
          {walk.taken.length === 0 && (
            <p className="mt-5 rounded-xl border border-dashed border-line p-4 text-[0.9375rem] text-quiet max-sm:hidden">
              Press Next. The message is really sent; what comes back, and what was checked, appears
              here.
            </p>
          )}
        </div>
        <div className="min-w-0 overflow-hidden border-line max-lg:border-t lg:order-first lg:border-r lg:[--diagram-height:30rem]">
          <StepperMap {...props} />
        </div>
      </div>
      <StepperBar {...props} />
    </div>
  );
}
