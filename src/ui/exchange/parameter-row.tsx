import { Trash2, Undo2 } from "lucide-react";
import { jsonObject } from "../../oauth/json.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { type DraftRow, isRowEdited } from "./draft.ts";
import { Explanation } from "./explanation.tsx";
import { JsonView } from "./json-view.tsx";
import { ParameterValue } from "./parameter-value.tsx";

/** What can be done to a parameter of a message that is being edited. */
export interface RowActions {
  setValue(key: string, value: string): void;
  setName(key: string, name: string): void;
  remove(key: string): void;
  putBack(key: string): void;
}

interface Props {
  readonly row: DraftRow;
  readonly origin: string | undefined;
  /** Absent while the message is only read. */
  readonly actions?: RowActions | undefined;
  /** Whether the fields are open. */
  readonly editing: boolean;
}

const ROW =
  "grid grid-cols-1 gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-0 sm:grid-cols-[minmax(6rem,10.5rem)_minmax(0,1fr)]";
const THREE_COLUMNS = "@xl:grid-cols-[minmax(6rem,10.5rem)_minmax(0,1fr)_minmax(0,15rem)]";
const FIELD =
  "w-full min-w-0 rounded-lg border border-quiet bg-surface px-2 py-1.5 font-mono text-[0.8125rem] leading-5 text-ink focus-visible:outline-2 focus-visible:outline-accent";

/** One parameter: its name, its value, what it is for and where the value came from. */
export function ParameterRow({ row, origin, actions, editing }: Props) {
  const edited = isRowEdited(row);
  return (
    <tr role="row" className={`${ROW} ${editing ? "" : THREE_COLUMNS}`}>
      <th
        role="rowheader"
        className="border-0 p-0 text-left font-mono text-[0.8125rem] leading-6 font-normal break-all"
      >
        <Name row={row} actions={editing ? actions : undefined} />
      </th>
      <td role="cell" className="min-w-0 border-0 p-0">
        <Value row={row} actions={editing ? actions : undefined} />
      </td>
      <td
        role="cell"
        className={`min-w-0 border-0 p-0 sm:col-start-2 ${editing ? "" : "@xl:col-start-3"}`}
      >
        {edited ? (
          <EditedMark row={row} actions={actions} />
        ) : (
          <Explanation name={row.name} origin={origin} />
        )}
      </td>
    </tr>
  );
}

interface PartProps {
  readonly row: DraftRow;
  readonly actions: RowActions | undefined;
}

function Name({ row, actions }: PartProps) {
  const label = row.name === "" ? "body" : row.name;
  if (actions === undefined || row.promised !== undefined) {
    return <span className={row.removed ? "line-through" : ""}>{label}</span>;
  }
  return (
    <input
      className={FIELD}
      aria-label="Name of the new parameter"
      value={row.name}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => actions.setName(row.key, event.target.value)}
    />
  );
}

function Value({ row, actions }: PartProps) {
  if (row.removed) return <span className="text-sm text-quiet">left out</span>;
  const edited = isRowEdited(row);
  if (actions === undefined) {
    const json = row.place === "text" && !edited ? jsonObject(row.value) : undefined;
    if (json !== undefined) return <JsonView json={json} />;
    return <ParameterValue name={row.name} value={row.value} edited={edited} />;
  }
  return (
    <span className="flex items-start gap-1.5">
      <textarea
        rows={1}
        className={`${FIELD} field-sizing-content min-h-9 resize-none break-all ${edited ? "border-accent border-dashed" : ""}`}
        aria-label={`Value of ${row.name === "" ? "the body" : row.name}`}
        value={row.value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => actions.setValue(row.key, event.target.value)}
      />
      <button
        type="button"
        className={SMALL_BUTTON}
        aria-label={`Leave out ${row.name === "" ? "the body" : row.name}`}
        onClick={() => actions.remove(row.key)}
      >
        <Trash2 size={16} aria-hidden />
      </button>
    </span>
  );
}

function EditedMark({ row, actions }: PartProps) {
  const what = row.removed ? "Left out." : row.promised === undefined ? "Added." : "Edited.";
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm">
      <strong className="font-semibold text-accent">{what}</strong>
      {actions !== undefined && (
        <button
          type="button"
          className="inline-flex min-h-11 items-center gap-1 text-quiet underline underline-offset-4 hover:text-ink sm:min-h-6"
          onClick={() =>
            row.promised === undefined ? actions.remove(row.key) : actions.putBack(row.key)
          }
        >
          <Undo2 size={14} aria-hidden />
          {row.promised === undefined ? "Take it away" : "Put it back"}
          <span className="sr-only"> ({row.name})</span>
        </button>
      )}
    </span>
  );
}
