import { type ReactNode, useEffect, useEffectEvent } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import type { Standing } from "../../learn/exercise.ts";
import { Clock } from "../../ui/clock/clock.tsx";
import { WalkProvider } from "../../ui/exchange/walk-context.ts";
import { predictingInLessons } from "../../ui/predict/predicting.tsx";
import { WholeStepper } from "../../ui/stepper/whole-stepper.tsx";
import { useFolded } from "../../ui/stepper/fold.ts";
import { Stepper } from "../../ui/stepper/stepper.tsx";
import { useSandbox } from "../walk/use-sandbox.ts";
import { useWalk } from "../walk/use-walk.ts";

interface Props {
  readonly flow: Flow;
  /** Names the sandbox within this tab. Another one is another stepper: give it as the key as well. */
  readonly sandbox: string;
  /** Stays at the top with the clock while the walk is on the screen. */
  readonly howFar: ReactNode;
  /** Called with the world after everything that happened in it. */
  onStanding(standing: Standing): void;
}

/** The stepper of an exercise, with the clock of its world. */
export function ExerciseStepper({ flow, sandbox, howFar, onStanding }: Props) {
  const [folded, onFold] = useFolded();
  const live = useWalk({ flow, name: sandbox, folded });
  const around = useSandbox(flow, sandbox, live);
  const { onRunToEnd: _, ...walking } = live.shown;
  const { walk, status } = walking;
  const { clock, memory, onAdvanceClock } = around;
  const tell = useEffectEvent(onStanding);
  useEffect(() => {
    if (memory !== undefined && status !== "busy") tell({ flow, walk, memory });
  }, [flow, walk, memory, status]);
  return (
    <>
      <div className="sticky top-0 z-20 mb-2 flex flex-wrap items-start gap-2 bg-surface">
        {howFar}
        {clock !== undefined && onAdvanceClock !== undefined && (
          <WalkProvider value={{ flow, walk }}>
            <Clock
              clock={clock}
              memory={memory}
              onAdvance={onAdvanceClock}
              onRewind={around.onRewind}
            />
          </WalkProvider>
        )}
      </div>
      <Stepper
        view={WholeStepper}
        compact
        heading={3}
        flow={flow}
        predicting={predictingInLessons}
        {...walking}
        {...around}
        folded={folded}
        onFold={onFold}
      />
    </>
  );
}
