import type { Flow } from "../../flow/define-flow.ts";
import { says } from "../../flow/readings.ts";
import type { Walk } from "../../flow/walk.ts";
import type { Draft } from "../exchange/draft.ts";
import { type Edit, editsOf, editText, LONGEST_EDIT, MOST_EDITS, parseEdit } from "./edits.ts";
import { isGrave, isSecretName, jsonMembers, type Secret, secretsOf } from "./secrets.ts";

/** The edits of a message, sorted by whether a link may carry them. */
export interface SortedEdits {
  readonly shared: readonly Edit[];
  /** What would carry a secret, or is too long for an address. */
  readonly leftOut: readonly Edit[];
}

/** Sorts what the learner changed in the coming message. */
export function sortedEdits(flow: Flow, walk: Walk, draft: Draft): SortedEdits {
  const secrets = secretsOf(flow, walk.taken);
  const grave = secrets.filter((secret) => isGrave(flow, secret));
  const all = editsOf(draft);
  const shared = all
    .filter((edit) => !carriesSecret(edit, secrets) && !changesSecret(edit, draft, grave))
    .filter((edit) => parseEdit(editText(edit)) !== undefined)
    .slice(0, MOST_EDITS);
  return { shared, leftOut: all.filter((edit) => !shared.includes(edit)) };
}

/** What of the texts an address gave may be done to a message, and what is ignored. */
export function readEdits(texts: readonly string[]): {
  readonly edits: readonly Edit[];
  readonly ignored: readonly string[];
} {
  const read = texts.map((text, index) => ({
    text,
    edit: index < MOST_EDITS ? parseEdit(text) : undefined,
  }));
  const good = (edit: Edit | undefined) => edit !== undefined && !carriesSecret(edit, []);
  return {
    edits: read.flatMap(({ edit }) => (edit !== undefined && good(edit) ? [edit] : [])),
    ignored: read.filter(({ edit }) => !good(edit)).map(({ text }) => text.slice(0, LONGEST_EDIT)),
  };
}

/** Whether it gives a secret a value. To leave one out gives nothing away. */
function carriesSecret({ verb, place, name, value }: Edit, secrets: readonly Secret[]): boolean {
  if (verb === "drop") return false;
  if (isSecretName(name) || /\beyJ[\w-]*\./u.test(value)) return true;
  if (place === "text" && jsonMembers(value).some((member) => isSecretName(member.name)))
    return true;
  return secrets.some((secret) => tells(name, secret.value) || tells(value, secret.value));
}

/** Whether it changes a parameter that carries a secret under a name of its own. */
function changesSecret({ verb, ...edit }: Edit, { rows }: Draft, secrets: readonly Secret[]) {
  if (verb !== "set") return false;
  const values = rows
    .filter(({ place, name }) => place === edit.place && name === edit.name)
    .map(({ promised }) => promised?.value ?? "");
  return values.some((value) => secrets.some((secret) => tells(value, secret.value)));
}

/** A piece of a secret of this length tells something of it; shorter than the least it may be any word. */
const PIECE = 10;
const LEAST = 6;

/** Whether a text has a secret or a piece of it in it. */
function tells(text: string, secret: string): boolean {
  if (secret.length < LEAST) return says(text, secret);
  for (let at = 0; at === 0 || at + PIECE <= secret.length; at += 1) {
    if (text.includes(secret.slice(at, at + PIECE))) return true;
  }
  return false;
}
