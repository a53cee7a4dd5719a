import { useId, useRef, useState } from "react";
import {
  type Exercise,
  type ExerciseWalk,
  isSolved,
  type Standing,
  walkNamed,
} from "../../learn/exercise.ts";
import { StepperName } from "../../ui/primitives/region-name.ts";
import { Checked } from "./checked.tsx";
import { ExerciseStepper } from "./exercise-stepper.tsx";
import { Hints } from "./hints.tsx";
import { HowFar } from "./how-far.tsx";

interface Props {
  /** Names its sandboxes within this tab. */
  readonly name: string;
  readonly exercise: Exercise;
  /** Whether it was brought about at some time. */
  readonly solvedBefore: boolean;
  onSolved(): void;
}

/** An exercise in the text: what to bring about, the walk to do it in, and what of it holds by now. */
export function ExerciseBox({ name, exercise, solvedBefore, onSolved }: Props) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [chosen, choose] = useState<string>();
  const [standing, setStanding] = useState<Standing>();
  const open = (walk: string) => {
    setStanding(undefined);
    choose(walk);
    // The button goes; whoever pressed it goes on in its place.
    box.current?.focus({ preventScroll: true });
  };
  const lookUp = () => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "start" });
  };
  const see = (now: Standing) => {
    setStanding(now);
    if (isSolved(exercise, now)) onSolved();
  };
  const solved = standing !== undefined && isSolved(exercise, standing);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      className="my-8 rounded-2xl border border-line bg-surface outline-none"
    >
      <div className="max-w-[46rem] p-5 sm:p-6">
        <h3 id={id} className="mt-0! text-lg font-semibold">
          {exercise.title}
        </h3>
        <p className="mt-1">{exercise.brief}</p>
        <Checked
          criteria={exercise.criteria}
          standing={standing}
          solved={solved}
          solvedBefore={solvedBefore}
          explanation={exercise.explanation}
        />
        <Hints hints={exercise.hints} solved={solved} />
        <Walks walks={exercise.walks} chosen={chosen} onChoose={open} />
      </div>
      {chosen !== undefined && (
        <div className="border-t border-line p-2 [--below:4.5rem] sm:p-3">
          <StepperName value={exercise.title}>
            <ExerciseStepper
              key={chosen}
              flow={walkNamed(exercise, chosen).flow}
              sandbox={`${name}.${chosen}`}
              onStanding={see}
              howFar={<HowFar exercise={exercise} standing={standing} onLook={lookUp} />}
            />
          </StepperName>
        </div>
      )}
    </section>
  );
}

interface WalksProps {
  readonly walks: readonly ExerciseWalk[];
  readonly chosen: string | undefined;
  onChoose(walk: string): void;
}

/** The walks to do it in; one that is open is said to be. */
function Walks({ walks, chosen, onChoose }: WalksProps) {
  const single = walks.length === 1;
  if (single && chosen !== undefined) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {walks.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          aria-pressed={single ? undefined : chosen === id}
          className="min-h-11 rounded-lg border border-accent px-4 font-medium text-accent aria-pressed:bg-accent aria-pressed:text-accent-ink"
          onClick={() => onChoose(id)}
        >
          {single ? "Try it here" : title}
        </button>
      ))}
    </div>
  );
}
