import { ArrowLeft, ArrowRight, CornerDownRight, FastForward, RotateCcw } from "lucide-react";
import { useId } from "react";
import { buttonClass } from "../primitives/button.ts";
import { Pips } from "./pips.tsx";
import type { StepperState } from "./use-stepper.ts";
import { useWalk } from "../exchange/walk-context.ts";

interface Props {
  readonly stepper: StepperState;
  readonly busy: boolean;
  readonly folded: boolean;
  readonly compact: boolean;
  /** What the button will do. */
  readonly does: string;
}

/** The buttons the walk is led with; always in the same place. */
export function TransportBar({ stepper, busy, folded, compact, does }: Props) {
  const id = useId();
  const { walk } = useWalk();
  const { step, looking, refusedEdit, setNextButton } = stepper;
  const first = walk.taken.length < 2 || looking === 0;
  const place = compact
    ? "rounded-b-2xl border-t"
    : "bottom-2 rounded-2xl border shadow-[0_4px_24px_rgb(0_0_0/0.10)] sm:bottom-3";
  return (
    <div
      data-bar={compact ? undefined : ""}
      className={`sticky bottom-0 z-10 border-line bg-surface p-2 sm:p-3 ${place}`}
    >
      <Pips folded={folded} shown={looking} className="mb-2 sm:hidden" />
      <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
        <button type="button" className={buttonClass("secondary")} onClick={stepper.restart}>
          <RotateCcw size={16} aria-hidden />
          <span className="max-sm:sr-only">Restart</span>
        </button>
        <button
          type="button"
          className={buttonClass("secondary")}
          aria-disabled={first}
          onClick={() => {
            if (!first) stepper.back();
          }}
        >
          <ArrowLeft size={16} aria-hidden />
          <span className="max-sm:sr-only">Back</span>
        </button>
        <Pips folded={folded} shown={looking} className="mx-2 flex-1 max-sm:hidden" />
        {looking !== undefined && (
          <button
            type="button"
            className={`${buttonClass("secondary")} max-sm:order-last max-sm:w-full`}
            onClick={stepper.returnToNow}
          >
            <CornerDownRight size={16} aria-hidden />
            Return to now
          </button>
        )}
        {refusedEdit && (
          <button
            type="button"
            className={`${buttonClass("secondary")} max-sm:order-last max-sm:w-full`}
            aria-disabled={busy}
            onClick={stepper.sendEditedAgain}
          >
            Send as edited again
          </button>
        )}
        {stepper.runToEnd !== undefined && (
          <button
            type="button"
            className={buttonClass("secondary")}
            aria-disabled={busy || step === undefined}
            onClick={stepper.runToEnd}
          >
            <FastForward size={16} aria-hidden />
            <span className="max-sm:sr-only">Run to the end</span>
          </button>
        )}
        <button
          type="button"
          ref={setNextButton}
          data-testid="next"
          aria-describedby={id}
          aria-disabled={busy || step === undefined}
          className={`${buttonClass("primary")} min-w-0 max-sm:flex-1 max-sm:py-1.5 max-sm:text-[0.9375rem] max-sm:leading-5`}
          onClick={stepper.next}
        >
          <span>
            Next
            <span id={id} aria-hidden>
              : {does}
            </span>
          </span>
          <ArrowRight size={16} aria-hidden className="shrink-0" />
        </button>
      </div>
    </div>
  );
}
