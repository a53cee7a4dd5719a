import { useId } from "react";
import type { Column } from "./types.ts";

interface Props {
  readonly columns: readonly Column[];
  readonly shown: string | undefined;
  onShow(column: string): void;
}

/** Where there is room for one column, which one it is. */
export function ColumnSwitch({ columns, shown, onShow }: Props) {
  const id = useId();
  return (
    <p className="mb-3 flex items-center gap-3 md:hidden">
      <label htmlFor={id} className="text-sm font-medium">
        Grant
      </label>
      <select
        id={id}
        value={shown}
        onChange={(event) => onShow(event.target.value)}
        className="min-h-11 min-w-0 flex-1 rounded-xl border border-quiet bg-surface px-3"
      >
        {columns.map((column) => (
          <option key={column.id} value={column.id}>
            {column.title}
          </option>
        ))}
      </select>
    </p>
  );
}
