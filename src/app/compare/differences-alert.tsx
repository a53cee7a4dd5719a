import type { Cell, Row } from "../../attacks/matrix.ts";
import { sameCell } from "../../attacks/matrix.ts";
import { shippedCell } from "./shipped-cells.ts";
import { cellKey, restOf, WORDS } from "./told.ts";
import type { Job, RanCell } from "./jobs.ts";

interface Props {
  readonly jobs: readonly Job[];
  readonly results: ReadonlyMap<string, RanCell>;
}

/** Says loudly where a run here came to something else than what is shipped. Then one of the two is wrong. */
export function DifferencesAlert({ jobs, results }: Props) {
  const different = jobs.flatMap((job) => {
    const ran = results.get(cellKey(job.row.id, job.target.id));
    const shipped = shippedCell(job.row.id, job.target.id);
    if (ran === undefined || ("result" in ran && sameCell(shipped, ran.result))) return [];
    return [{ ...job, shipped, ran }];
  });
  return (
    <div role="alert">
      {different.length > 0 && (
        <div className="mb-4 rounded-2xl border-2 border-bad bg-bad-tint p-4">
          <p className="font-semibold text-bad">
            {different.length === 1 ? "One result differs" : `${different.length} results differ`}{" "}
            from what this version was shipped with. One of the two is wrong; please report it.
          </p>
          <ul className="mt-2 list-disc space-y-2 pl-5 text-[0.9375rem]">
            {different.map(({ row, target, shipped, ran }) => (
              <li key={cellKey(row.id, target.id)}>
                <span className="font-medium">
                  {row.attack.title}: {row.way.title}, against {target.title}.
                </span>{" "}
                Shipped: {said(row, shipped)} Ran here:{" "}
                {"result" in ran ? said(row, ran.result) : ran.problem}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function said(row: Row, cell: Cell | undefined): string {
  return cell === undefined ? "nothing." : `${WORDS[cell.verdict]}${restOf(row, cell)}`;
}
