import { ColumnSwitch } from "./column-switch.tsx";
import { Modelled } from "../primitives/modelled.tsx";
import { MatrixCell } from "./matrix-cell.tsx";
import { ScrollingTable, HEAD, ROW_HEAD, shownWhenNarrow } from "./scrolling-table.tsx";
import type { CellView, Column, Line } from "./types.ts";
import { useColumns } from "./use-columns.ts";

interface Props {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly busy: boolean;
  cellAt(line: string, column: string): CellView | undefined;
  /** Stays the same, so that a run draws only its own cells anew. */
  readonly onRun: (line: string, column: string) => void;
}

/** Attacks by grants. On a phone it shows one grant at a time. */
export function MatrixTable({ caption, columns, lines, busy, cellAt, onRun }: Props) {
  const picked = useColumns(columns);
  const { shown, narrow } = picked;
  const groups = [...new Set(lines.map(({ group }) => group))];
  return (
    <>
      <ColumnSwitch columns={picked} />
      <ScrollingTable caption={caption} columns={shown.length}>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} ${ROW_HEAD}`}>
              Attack
            </th>
            {shown.map(({ id, title, chosen }) => (
              <th key={id} scope="col" className={`${HEAD} ${shownWhenNarrow(id === narrow)}`}>
                {title}
                {chosen && <span className="sr-only"> (compared above)</span>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={shown.length + 1}
                className="border-b border-line bg-sunken px-3 py-1.5 text-left text-sm font-semibold sm:px-4"
              >
                <span className="sticky left-3 sm:left-4">{group}</span>
              </th>
            </tr>
            {lines
              .filter((line) => line.group === group)
              .map((line) => (
                <tr key={line.id} data-row={line.id}>
                  <th scope="row" className={`${ROW_HEAD} text-[0.9375rem] leading-5 font-medium`}>
                    {line.title}
                    {line.modelled !== undefined && <Modelled text={line.modelled} />}
                  </th>
                  {shown.map((column) => (
                    <MatrixCell
                      key={column.id}
                      line={line}
                      column={column}
                      isShownWhenNarrow={column.id === narrow}
                      {...cellAt(line.id, column.id)}
                      busy={busy}
                      onRun={onRun}
                    />
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </ScrollingTable>
    </>
  );
}
