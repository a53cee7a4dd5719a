import { Play, Square } from "lucide-react";
import { buttonClass } from "../../ui/primitives/button.ts";
import type { Runs } from "./use-runs.ts";

interface Props {
  readonly runs: Pick<Runs<never, unknown>, "busy" | "progress" | "stop">;
  /** What the button says. */
  readonly label: string;
  readonly progressLabel: string;
  /** How far it is, and what came of it, in words. */
  readonly status: string;
  onRun(): void;
}

/** The button that runs everything, and stops it; beside it how far it is. */
export function RunControls({ runs, label, progressLabel, status, onRun }: Props) {
  const { busy, progress } = runs;
  return (
    <div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      {busy ? (
        <button type="button" className={buttonClass("secondary")} onClick={runs.stop}>
          <Square size={16} aria-hidden />
          Stop
        </button>
      ) : (
        <button type="button" className={buttonClass("primary")} onClick={onRun}>
          <Play size={16} aria-hidden />
          {label}
        </button>
      )}
      {progress !== undefined && busy && (
        <progress
          aria-label={progressLabel}
          value={progress.done}
          max={progress.total}
          className="h-2 w-40 accent-accent"
        />
      )}
      <p role="status" className="text-[0.9375rem] text-quiet tabular-nums" data-testid="runs">
        {status}
      </p>
    </div>
  );
}
