import {
  addRow,
  type Draft,
  type DraftRow,
  isRowEdited,
  removeRow,
  setValue,
} from "../exchange/draft.ts";
import type { ParameterPlace } from "../exchange/request-parameters.ts";

/** A change of one parameter of a message. */
export interface Edit {
  /** `set` another value, `drop` it, or `add` one the message did not have. */
  readonly verb: "set" | "drop" | "add";
  readonly place: ParameterPlace;
  /** Empty for a body that is no form. */
  readonly name: string;
  /** Which of the parameters of that place and name, from 1. */
  readonly nth: number;
  /** Empty for `drop`. */
  readonly value: string;
}

/** More than this is no exercise. */
export const MOST_EDITS = 20;
export const LONGEST_EDIT = 2000;

/** What the learner changed in the message. */
export function editsOf({ rows }: Draft): readonly Edit[] {
  return rows.filter(isRowEdited).map((row): Edit => {
    const { place, name, promised, removed } = row;
    if (promised === undefined) return { verb: "add", place, name, nth: 1, value: row.value };
    const nth = alike(rows, row).indexOf(row) + 1;
    return removed
      ? { verb: "drop", place, name, nth, value: "" }
      : { verb: "set", place, name, nth, value: row.value };
  });
}

/** The promised parameters of the same place and name. */
function alike(
  rows: readonly DraftRow[],
  { place, name }: Pick<Edit, "place" | "name">,
): readonly DraftRow[] {
  return rows.filter(
    (row) => row.promised !== undefined && row.place === place && row.name === name,
  );
}

/** The edit as an address carries it: `set.query.scope=photos.write`, `drop.form.code_verifier`. */
export function editText({ verb, place, name, nth, value }: Edit): string {
  const written = encodeURIComponent(name).replaceAll(".", "%2E");
  const which = nth === 1 ? "" : `.${nth}`;
  return `${verb}.${place}.${written}${which}${verb === "drop" ? "" : `=${value}`}`;
}

const SETTING = /^(set|add)\.(query|header|form|text)\.([^.=]*)(?:\.([1-9]\d?))?=([\s\S]*)$/u;
const DROPPING = /^(drop)\.(query|header|form|text)\.([^.=]*)(?:\.([1-9]\d?))?$/u;
const VERBS = { set: "set", drop: "drop", add: "add" } as const;
const PLACES = { query: "query", header: "header", form: "form", text: "text" } as const;

/** Reads what `editText` wrote; nothing for anything else, or for what no request could carry. */
export function parseEdit(text: string): Edit | undefined {
  if (text.length > LONGEST_EDIT) return undefined;
  const [, verb, place, written = "", which = "1", value = ""] =
    SETTING.exec(text) ?? DROPPING.exec(text) ?? [];
  const name = decoded(written);
  if (!isKey(verb, VERBS) || !isKey(place, PLACES) || name === undefined) return undefined;
  const edit = { verb, place, name, nth: Number(which), value };
  return isSendable(edit) ? edit : undefined;
}

function isKey<Keys extends object>(
  text: string | undefined,
  keys: Keys,
): text is string & keyof Keys {
  return text !== undefined && Object.hasOwn(keys, text);
}

/** Whether a request can carry it: a header's name is a token, its value has no line breaks (RFC 9110 §5.1, §5.5). */
function isSendable({ verb, place, name, value }: Edit): boolean {
  if (place === "text") return name === "" && verb !== "add";
  if (name === "") return false;
  if (place !== "header") return true;
  return /^[!#$%&'*+.^_`|~\w-]+$/u.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/u.test(value);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The message with these edits made, and the edits there was no parameter for. */
export function applyEdits(
  draft: Draft,
  edits: readonly Edit[],
): { readonly draft: Draft; readonly missed: readonly Edit[] } {
  const missed: Edit[] = [];
  const edited = edits.reduce((before, edit) => {
    if (edit.verb === "add") return addRow(before, edit.place, edit.name, edit.value);
    const row = alike(before.rows, edit)[edit.nth - 1];
    if (row === undefined) {
      missed.push(edit);
      return before;
    }
    return edit.verb === "drop"
      ? removeRow(before, row.key)
      : setValue(before, row.key, edit.value);
  }, draft);
  return { draft: edited, missed };
}
