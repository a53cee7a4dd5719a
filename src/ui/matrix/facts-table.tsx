import { ColumnSwitch } from "./column-switch.tsx";
import { HEAD, ROW_HEAD, ScrollingTable, shownWhenNarrow } from "./scrolling-table.tsx";
import type { Column } from "./types.ts";
import { useColumns } from "./use-columns.ts";

/** A row of facts: one for each column. */
export interface FactLine {
  readonly id: string;
  readonly title: string;
  /** By the id of the column. */
  readonly facts: Readonly<Record<string, string>>;
}

interface Props {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly lines: readonly FactLine[];
}

/** Facts by grants. On a phone it shows one grant at a time. */
export function FactsTable({ caption, columns, lines }: Props) {
  const picked = useColumns(columns);
  const { shown, narrow } = picked;
  return (
    <>
      <ColumnSwitch columns={picked} />
      <ScrollingTable caption={caption} columns={shown.length}>
        <thead>
          <tr>
            <td className={`${HEAD} ${ROW_HEAD}`} />
            {shown.map(({ id, title }) => (
              <th key={id} scope="col" className={`${HEAD} ${shownWhenNarrow(id === narrow)}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-fact={line.id}>
              <th scope="row" className={`${ROW_HEAD} text-[0.9375rem] leading-6 font-medium`}>
                {line.title}
              </th>
              {shown.map(({ id }) => (
                <td
                  key={id}
                  className={`border-b border-line px-3 py-2 align-top text-[0.9375rem] leading-6 sm:px-4 ${shownWhenNarrow(id === narrow)}`}
                >
                  {line.facts[id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}
