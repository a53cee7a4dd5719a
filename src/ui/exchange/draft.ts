import type { WireRequest } from "../../oauth/wire.ts";
import {
  beforeQuery,
  isForm,
  type Parameter,
  type ParameterPlace,
  parametersOf,
} from "./request-parameters.ts";

/** A parameter in a message that is being edited. */
export interface DraftRow {
  /** Stable while the message is edited. */
  readonly key: string;
  readonly place: ParameterPlace;
  readonly name: string;
  readonly value: string;
  /** As the flow promised it; absent for a parameter the learner added. */
  readonly promised?: Parameter;
  readonly removed: boolean;
}

/** A request that may differ from the promised one. */
export interface Draft {
  readonly promised: WireRequest;
  readonly rows: readonly DraftRow[];
}

/** The request as it is promised, with nothing edited. */
export function draftOf(promised: WireRequest): Draft {
  const rows = parametersOf(promised).map((parameter, index) => ({
    key: `${parameter.place}-${index}`,
    place: parameter.place,
    name: parameter.name,
    value: parameter.value,
    promised: parameter,
    removed: false,
  }));
  return { promised, rows };
}

/** The draft with another value in a row. */
export function setValue(draft: Draft, key: string, value: string): Draft {
  return changeRow(draft, key, (row) => ({ ...row, value }));
}

export function setName(draft: Draft, key: string, name: string): Draft {
  return changeRow(draft, key, (row) => (row.promised === undefined ? { ...row, name } : row));
}

/** Leaves a promised parameter out, or forgets one that was added. */
export function removeRow(draft: Draft, key: string): Draft {
  const rows = draft.rows.flatMap((row) => {
    if (row.key !== key) return [row];
    return row.promised === undefined ? [] : [{ ...row, removed: true }];
  });
  return { ...draft, rows };
}

/** Makes a parameter what the flow promised. */
export function putBackRow(draft: Draft, key: string): Draft {
  return changeRow(draft, key, (row) =>
    row.promised === undefined ? row : { ...row, value: row.promised.value, removed: false },
  );
}

/** One more parameter, at the end of its part of the message. */
export function addRow(draft: Draft, place: ParameterPlace, name: string, value: string): Draft {
  const taken = draft.rows.filter((row) => row.promised === undefined).map(({ key }) => key);
  const count = Math.max(0, ...taken.map((key) => Number(key.slice("added-".length))));
  const row = { key: `added-${count + 1}`, place, name, value, removed: false };
  return { ...draft, rows: [...draft.rows, row] };
}

/** The draft without its edits. */
export function putBack(draft: Draft): Draft {
  return draftOf(draft.promised);
}

/** Whether a row says something else than was promised. */
export function isRowEdited(row: DraftRow): boolean {
  return row.removed || row.promised === undefined || row.value !== row.promised.value;
}

/** Whether anything is edited. */
export function isEdited(draft: Draft): boolean {
  return draft.rows.some(isRowEdited);
}

/** The part a new parameter goes to: the form when there is one, else the query. */
export function placeForNew(draft: Draft): ParameterPlace {
  return isForm(draft.promised) && draft.promised.body !== undefined ? "form" : "query";
}

/** The request as it would be sent. Untouched parameters keep their bytes; an untouched draft is the promised request. */
export function requestFrom(draft: Draft): WireRequest {
  if (!isEdited(draft)) return draft.promised;
  const { method, url } = draft.promised;
  const rows = draft.rows.filter((row) => !row.removed);
  const at = (place: ParameterPlace) => rows.filter((row) => row.place === place);
  const query = at("query").map(encoded).join("&");
  const fragment = /#.*$/.exec(url)?.[0] ?? "";
  const request: WireRequest = {
    method,
    url: `${beforeQuery(url)}${query === "" ? "" : `?${query}`}${fragment}`,
    headers: at("header").map(({ name, value }) => [name, value]),
  };
  const body = bodyFrom(draft.promised, at("form"), at("text"));
  return body === undefined ? request : { ...request, body };
}

function bodyFrom(
  promised: WireRequest,
  form: readonly DraftRow[],
  text: readonly DraftRow[],
): string | undefined {
  if (form.length > 0) return form.map(encoded).join("&");
  if (text.length > 0) return text.map(({ value }) => value).join("");
  return promised.body === undefined ? undefined : "";
}

function encoded(row: DraftRow): string {
  if (row.promised !== undefined && !isRowEdited(row)) return row.promised.raw;
  return new URLSearchParams([[row.name, row.value]]).toString();
}

function changeRow(draft: Draft, key: string, change: (row: DraftRow) => DraftRow): Draft {
  return { ...draft, rows: draft.rows.map((row) => (row.key === key ? change(row) : row)) };
}
