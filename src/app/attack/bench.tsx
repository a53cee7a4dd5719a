import { type Ref, useEffect, useRef, useState } from "react";
import { Link, useRouter } from "wouter";
import type { Defence } from "../../attacks/attack.ts";
import type { Say } from "../../flow/as-user.ts";
import { type Flow, isEnd } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { VerdictPanel } from "../../ui/attack/verdict-panel.tsx";
import { buttonClass } from "../../ui/primitives/button.ts";
import { VICTIMS } from "../bench/people.ts";
import { WalkBench } from "../bench/walk-bench.tsx";
import { addressOf, type Lab, sandboxOf } from "./lab.ts";
import { outcomeOf } from "./outcome.ts";

interface Props {
  readonly lab: Lab;
  readonly flow: Flow;
  /** Whether the verdict takes the focus when the bench is first shown: what had it is gone. */
  readonly focused: boolean;
  /** Called with how the walk is told whenever that changes; the same function each time. */
  onTold(telling: Telling): void;
  /** Flips a defence and runs the attack again, to its end. */
  onFlipAndRun(defence: Defence): void;
}

/** Of whom the walk is told. */
export interface Telling {
  /** Makes a text speak of whoever signed in. */
  readonly say: Say;
}

/** Of the user that walks and stories name, while nobody else has signed in. */
export const AS_WRITTEN: Telling = { say: (text) => text };

/** The attack, running. Another way, grant or defence is another bench: give it a key. */
export function Bench({ lab, flow: given, focused, onTold, onFlipAndRun }: Props) {
  const [flow] = useState(given);
  const step = lab.step !== undefined && Object.hasOwn(flow.steps, lab.step) ? lab.step : undefined;
  const { base } = useRouter();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) panel.current?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <WalkBench
      flow={flow}
      sandbox={sandboxOf(lab)}
      step={step}
      heading={2}
      address={base + addressOf(lab)}
      embedded={false}
      people={VICTIMS}
      runsToEnd
      verdict={(walk, say) => (
        <Came
          ref={panel}
          lab={lab}
          flow={flow}
          walk={walk}
          say={say}
          onTold={onTold}
          onFlip={onFlipAndRun}
        />
      )}
    />
  );
}

interface CameProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly lab: Lab;
  readonly flow: Flow;
  readonly walk: Walk;
  /** Makes a text speak of whoever signed in. */
  readonly say: Say;
  onTold(telling: Telling): void;
  onFlip(defence: Defence): void;
}

/** What the attack has come to, and what to try next. */
function Came({ ref, lab, flow, walk, say, onTold, onFlip }: CameProps) {
  useEffect(() => {
    onTold({ say });
    return () => onTold(AS_WRITTEN);
  }, [say, onTold]);
  const verdict = outcomeOf(lab, flow, walk);
  const ended = isEnd(walk.at);
  const told = verdict.kind === "succeeds" ? { ...verdict, proof: say(verdict.proof) } : verdict;
  return (
    <VerdictPanel ref={ref} verdict={told} ended={ended}>
      {(verdict.kind !== "undecided" || ended) && (
        <Again
          lab={lab}
          stopper={verdict.kind === "stopped" ? verdict.id : undefined}
          onFlip={onFlip}
        />
      )}
    </VerdictPanel>
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
