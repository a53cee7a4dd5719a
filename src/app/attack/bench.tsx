import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import type { Defence } from "../../attacks/attack.ts";
import { type Flow, isEnd } from "../../flow/define-flow.ts";
import { VerdictPanel } from "../../ui/attack/verdict-panel.tsx";
import { buttonClass } from "../../ui/primitives/button.ts";
import { FullStepper } from "../../ui/stepper/full-stepper.tsx";
import { Stepper } from "../../ui/stepper/stepper.tsx";
import { useSandbox } from "../walk/use-sandbox.ts";
import { useStepping } from "../walk/use-stepping.ts";
import { type Lab, sandboxOf } from "./lab.ts";
import { outcomeOf } from "./outcome.ts";

interface Props {
  readonly lab: Lab;
  readonly flow: Flow;
  /** Whether the verdict takes the focus when the bench is first shown: what had it is gone. */
  readonly focused: boolean;
  /** Flips a defence and runs the attack again, to its end. */
  onFlipAndRun(defence: Defence): void;
}

/** The attack, running. Another way, grant or defence is another bench: give it a key. */
export function Bench({ lab, flow: given, focused, onFlipAndRun }: Props) {
  const [flow] = useState(given);
  const step = lab.step !== undefined && Object.hasOwn(flow.steps, lab.step) ? lab.step : undefined;
  const sandbox = sandboxOf(lab);
  const live = useStepping({ flow, sandbox, step });
  const { shown, folding } = live;
  const around = useSandbox(flow, sandbox, live);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) panel.current?.focus({ preventScroll: true });
  }, [focused]);
  const verdict = outcomeOf(lab, flow, shown.walk);
  const decided = verdict.kind !== "undecided";
  const ended = isEnd(shown.walk.at);
  return (
    <Stepper
      view={FullStepper}
      heading={2}
      flow={flow}
      {...shown}
      {...folding}
      {...around}
      verdict={
        <VerdictPanel ref={panel} verdict={verdict} ended={ended}>
          {(decided || ended) && (
            <Again
              lab={lab}
              stopper={verdict.kind === "stopped" ? verdict.id : undefined}
              onFlip={onFlipAndRun}
            />
          )}
        </VerdictPanel>
      }
    />
  );
}

interface AgainProps {
  readonly lab: Lab;
  /** Id of what stopped the attack. */
  readonly stopper: string | undefined;
  onFlip(defence: Defence): void;
}

/** What to try next: the attack with one defence more or one less, or the other grants. */
function Again({ lab: { defences, on }, stopper, onFlip }: AgainProps) {
  const removable = on.filter(({ id }) => id === stopper);
  const addable = stopper === undefined ? defences.filter((one) => !on.includes(one)) : [];
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 sm:pl-[2.125rem]">
      {[...removable, ...addable].map((defence) => (
        <button
          key={defence.id}
          type="button"
          className={`${buttonClass("secondary")} py-1.5 text-left text-[0.9375rem] leading-5`}
          onClick={() => onFlip(defence)}
        >
          {on.includes(defence)
            ? "Leave this defence out and run again"
            : `${defence.standard === false ? "Switch on" : "Put back"} and run again: ${defence.title}`}
        </button>
      ))}
      {stopper === undefined && addable.length === 0 && (
        <p className="text-[0.9375rem] text-quiet">No defence is left to put there in this walk.</p>
      )}
      <Link
        href="/compare"
        className="inline-flex min-h-11 items-center px-1 text-accent underline underline-offset-4"
      >
        Compare grants
      </Link>
    </div>
  );
}
