import { ArrowRight, RotateCcw } from "lucide-react";
import { useId } from "react";
import { stepOf } from "../../flow/define-flow.ts";
import { buttonClass } from "../primitives/button.ts";
import { Shortcuts } from "../stepper/shortcuts.tsx";
import type { Sides } from "./props.ts";
import { STAGES, type SideId, stageOf } from "./stages.ts";

interface Props {
  readonly sides: Sides;
  readonly turn: readonly SideId[];
  readonly busy: boolean;
  onNext(): void;
  onRestart(): void;
}

const KEYS = [
  { keys: ["N", "→"], does: "Next" },
  { keys: ["R"], does: "Restart both" },
];

/** The buttons both walks are led with. */
export function LockstepBar({ sides, turn, busy, onNext, onRestart }: Props) {
  const id = useId();
  return (
    <div className="sticky bottom-2 z-10 mt-6 rounded-2xl border border-line bg-surface p-2 shadow-[0_4px_24px_rgb(0_0_0/0.10)] sm:bottom-3 sm:p-3">
      <div className="flex items-center gap-2">
        <button type="button" className={buttonClass("secondary")} onClick={onRestart}>
          <RotateCcw size={16} aria-hidden />
          <span className="max-sm:sr-only">Restart</span>
        </button>
        <Shortcuts keys={KEYS} />
        <StagesPassed sides={sides} turn={turn} />
        <button
          type="button"
          data-testid="next"
          aria-describedby={id}
          aria-disabled={busy || turn.length === 0}
          className={`${buttonClass("primary")} min-w-0 max-sm:flex-1 max-sm:py-1.5 max-sm:text-[0.9375rem] max-sm:leading-5`}
          onClick={onNext}
        >
          <span>
            Next
            <span id={id} aria-hidden>
              : {buttonText(sides, turn)}
            </span>
          </span>
          <ArrowRight size={16} aria-hidden className="shrink-0" />
        </button>
      </div>
    </div>
  );
}

/** What the button will do, in words. */
function buttonText(sides: Sides, turn: readonly SideId[]): string {
  const texts = turn.map((side) => stepOf(sides[side].flow, sides[side].walk.at).button);
  const [only] = turn;
  if (only === undefined) return "nothing is left to send";
  if (turn.length === 1) return `${sides[only].title}: ${texts.join("")}`;
  const [left, right] = texts;
  return left === right ? `both ${left}` : `${left} | ${right}`;
}

function StagesPassed({
  sides,
  turn,
}: {
  readonly sides: Sides;
  readonly turn: readonly SideId[];
}) {
  const [first] = turn;
  const now = first === undefined ? STAGES.length : stageOf(sides[first]);
  return (
    <ol aria-label="Stages" className="mx-2 flex flex-1 justify-center gap-1 max-lg:hidden">
      {STAGES.map(({ id, title }, index) => (
        <li
          key={id}
          aria-current={index === now ? "step" : undefined}
          className="flex items-center rounded-lg px-2.5 py-1 text-sm text-quiet aria-[current]:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent"
        >
          {index < now && <span aria-hidden>✓ </span>}
          {title}
          {index < now && <span className="sr-only">, passed</span>}
        </li>
      ))}
    </ol>
  );
}
