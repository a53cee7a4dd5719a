import { useId } from "react";
import { SMALL_BUTTON } from "../primitives/button.ts";
import type { Columns } from "./use-columns.ts";

/** Which grants the table has a column for; where there is room for one column, which one it is. */
export function ColumnSwitch({ columns }: { readonly columns: Columns }) {
  return (
    <>
      <One columns={columns} />
      <Several columns={columns} />
    </>
  );
}

function One({ columns: { all, narrow, pickNarrow } }: { readonly columns: Columns }) {
  const id = useId();
  return (
    <p className="mb-3 flex items-center gap-3 md:hidden">
      <label htmlFor={id} className="text-sm font-medium">
        Grant
      </label>
      <select
        id={id}
        value={narrow}
        onChange={(event) => pickNarrow(event.target.value)}
        className="min-h-11 min-w-0 flex-1 rounded-xl border border-quiet bg-surface px-3"
      >
        {all.map((column) => (
          <option key={column.id} value={column.id}>
            {column.title}
          </option>
        ))}
      </select>
    </p>
  );
}

function Several({ columns: { all, shown, pick } }: { readonly columns: Columns }) {
  const ids = shown.map(({ id }) => id);
  return (
    <details className="mb-3 rounded-xl border border-line max-md:hidden">
      <summary className="min-h-11 cursor-pointer rounded-xl px-4 py-2 leading-7 hover:bg-sunken focus-visible:outline-2 focus-visible:outline-accent">
        Columns: {shown.length} of {all.length}
      </summary>
      <div className="px-4 pb-4">
        <button
          type="button"
          className={SMALL_BUTTON}
          onClick={() => pick(all.map(({ id }) => id))}
        >
          Show all {all.length}
        </button>
        <ul className="mt-2 grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {all.map(({ id, title }) => (
            <li key={id}>
              <label className="flex min-h-9 items-center gap-2 text-[0.9375rem]">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={ids.includes(id)}
                  onChange={({ target }) =>
                    pick(target.checked ? [...ids, id] : ids.filter((one) => one !== id))
                  }
                />
                {title}
              </label>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
