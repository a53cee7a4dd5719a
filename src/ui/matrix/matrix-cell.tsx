import { Check, LoaderCircle, RotateCw } from "lucide-react";
import { memo } from "react";
import { Link } from "wouter";
import { shownWhenNarrow } from "./scrolling-table.tsx";
import type { CellView, Column, Line, Rerun, Told } from "./types.ts";
import { VerdictText, VerdictWord } from "./verdict.tsx";

interface Props extends Partial<CellView> {
  readonly line: Line;
  readonly column: Column;
  readonly isShownWhenNarrow: boolean;
  /** Whether another run is under way. */
  readonly busy: boolean;
  readonly onRun: (line: string, column: string) => void;
}

/** A cell: what is shipped, and what a run here came to. There are hundreds, so only those that changed are drawn anew. */
export const MatrixCell = memo(function MatrixCell(props: Props) {
  const { line, column, isShownWhenNarrow, told, rerun } = props;
  return (
    <td
      data-cell={`${line.id} ${column.id}`}
      data-verdict={told?.verdict}
      data-by={told?.by}
      data-rerun={rerun?.state}
      className={`border-b border-line px-3 py-2 align-top sm:px-4 ${shownWhenNarrow(isShownWhenNarrow)}`}
    >
      {told === undefined ? (
        <span className="text-quiet">not computed</span>
      ) : (
        <Computed {...props} told={told} />
      )}
    </td>
  );
});

function Computed({ line, column, told, href = "", rerun, busy, onRun }: Props & { told: Told }) {
  // “Leak from the address, read from the browser’s history, against Implicit”.
  const name = `${line.group}: ${line.title}, against ${column.title}`;
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <Link
          href={href}
          className="inline-flex min-h-11 items-center underline-offset-4 hover:underline sm:min-h-8"
        >
          <VerdictWord verdict={told.verdict} />
          <span className="sr-only">: {name}. Open this attack</span>
        </Link>
        <button
          type="button"
          title="Run this cell again, here"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) onRun(line.id, column.id);
          }}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-quiet hover:bg-sunken hover:text-ink aria-disabled:opacity-50 sm:size-8"
        >
          <RotateCw size={14} aria-hidden />
          <span className="sr-only">Run again: {name}</span>
        </button>
      </div>
      <VerdictText told={told} />
      {rerun !== undefined && <RerunNote rerun={rerun} />}
    </>
  );
}

function RerunNote({ rerun }: { readonly rerun: Rerun }) {
  switch (rerun.state) {
    case "running":
      return (
        <p className="mt-1 flex items-center gap-1.5 text-sm text-quiet">
          <LoaderCircle size={14} aria-hidden className="animate-spin motion-reduce:animate-none" />
          running
        </p>
      );
    case "same":
      return (
        <p className="mt-1 flex items-center gap-1.5 text-sm text-good">
          <Check size={14} aria-hidden />
          ran here: the same
        </p>
      );
    case "differs":
      return (
        <div className="mt-2 rounded-lg bg-bad-tint p-2 text-bad">
          <p className="text-sm font-semibold">Ran here, and differs:</p>
          <VerdictWord verdict={rerun.told.verdict} />
          <VerdictText told={rerun.told} />
        </div>
      );
    case "failed":
      return <p className="mt-2 rounded-lg bg-bad-tint p-2 text-sm text-bad">{rerun.problem}</p>;
  }
}
