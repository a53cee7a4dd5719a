import { Plus } from "lucide-react";
import { SMALL_BUTTON } from "../primitives/button.ts";
import {
  addRow,
  type Draft,
  type DraftRow,
  placeForNew,
  putBackRow,
  removeRow,
  setName,
  setValue,
} from "./draft.ts";
import { ParameterRow, type RowActions } from "./parameter-row.tsx";
import { originOf } from "./values.ts";
import { useWalk } from "./walk-context.ts";

interface Props {
  readonly draft: Draft;
  /** How many messages came before this one. */
  readonly before: number;
  readonly editing: boolean;
  /** Absent for a message that was sent. */
  onDraft?: ((draft: Draft) => void) | undefined;
}

const PARTS = [
  { place: "query", title: "In the address" },
  { place: "header", title: "Headers" },
  { place: "form", title: "In the body, as a form" },
  { place: "text", title: "Body" },
] as const;

/** Every parameter of a request, by the part of the message it stands in. */
export function ParameterTable({ draft, before, editing, onDraft }: Props) {
  const actions = onDraft === undefined ? undefined : actionsOn(draft, onDraft);
  const parts = PARTS.map(({ place, title }) => ({
    title,
    rows: draft.rows.filter((row) => row.place === place),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <div className="@container space-y-4">
      {parts.length === 0 && <p className="text-sm text-quiet">This request has no parameters.</p>}
      {parts.map(({ title, rows }) => (
        <Part
          key={title}
          title={title}
          rows={rows}
          before={before}
          editing={editing}
          actions={actions}
        />
      ))}
      {editing && onDraft !== undefined && (
        <button
          type="button"
          className={SMALL_BUTTON}
          onClick={() => onDraft(addRow(draft, placeForNew(draft), "", ""))}
        >
          <Plus size={16} aria-hidden />
          Add a parameter
        </button>
      )}
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly rows: readonly DraftRow[];
  readonly before: number;
  readonly editing: boolean;
  readonly actions: RowActions | undefined;
}

function Part({ title, rows, before, editing, actions }: PartProps) {
  const { flow, walk } = useWalk();
  return (
    <table role="table" className="block w-full">
      <caption className="block text-left text-sm font-semibold">{title}</caption>
      <tbody role="rowgroup" className="block">
        {rows.map((row) => (
          <ParameterRow
            key={row.key}
            row={row}
            origin={originOf(flow, walk, secretPart(row), before)}
            editing={editing}
            actions={actions}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The part of a value that a message gave: the token of `Bearer …`, the value of a cookie. */
function secretPart({ name, value }: DraftRow): string {
  const header = name.toLowerCase();
  if (header === "authorization") return value.replace(/^\S+ /, "");
  return header === "cookie" ? (/=([^;]+)/.exec(value)?.[1] ?? value) : value;
}

function actionsOn(draft: Draft, onDraft: (draft: Draft) => void): RowActions {
  return {
    setValue: (key, value) => onDraft(setValue(draft, key, value)),
    setName: (key, name) => onDraft(setName(draft, key, name)),
    remove: (key) => onDraft(removeRow(draft, key)),
    putBack: (key) => onDraft(putBackRow(draft, key)),
  };
}
