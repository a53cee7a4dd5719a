/**
 * Where in the app an address leads. Addresses here are without the base path. What the guide or a catalogue has to
 * say of an address, the page says, whose script loads them.
 */
export type Place =
  | { readonly kind: "home" }
  | { readonly kind: ListKind }
  | OnePlace
  | FlowPlace
  | ComparePlace
  | AttackPlace
  | RefusalPlace
  | { readonly kind: "missing" };

/** A page of its own name, with nothing below it or with one page for each thing it lists. */
export type ListKind = (typeof LISTS)[number];

const LISTS = [
  "learn",
  "flows",
  "attacks",
  "choose",
  "scenarios",
  "errors",
  "glossary",
  "questions",
  "changelog",
  "verdicts",
] as const;

/** One of the things a page lists, by its id, which nothing may have. */
export interface OnePlace {
  readonly kind: "lesson" | "scenario" | "error";
  readonly id: string;
}

/** The stepper of a grant. */
export interface FlowPlace {
  readonly kind: "flow";
  readonly grant: string;
  /** The query, which names variant and step. */
  readonly search: string;
}

/** Two walks side by side, by the names of the sides; without them those the comparison opens on. */
export interface ComparePlace {
  readonly kind: "compare";
  readonly left?: string;
  readonly right?: string;
}

/** The page of an attack. */
export interface AttackPlace {
  readonly kind: "attack";
  readonly attack: string;
  /** The query, which sets the attack up. */
  readonly search: string;
}

/** A walk made for one refusal: that of a check, with an error. */
export interface RefusalPlace {
  readonly kind: "refusal";
  readonly code: string;
  readonly check: string;
  /** The query, which may name a step. */
  readonly search: string;
}

/** Reads an address. `search` may begin with a question mark. */
export function placeAt(path: string, search: string): Place {
  const parts = path.split("/").filter((part) => part !== "");
  const [first, second, third] = parts.map(decoded);
  if (first === undefined) return { kind: "home" };
  if (first === "compare") return comparePlace(parts.length, second, third);
  if (first === "errors" && parts.length === 3) return refusalPlace(second, third, search);
  if (parts.length > 2) return MISSING;
  return second === undefined ? listPlace(first) : placeBelow(first, second, search);
}

/** The same address without a slash at its end. */
export function trimmed(path: string): string {
  return path.replace(/\/+$/, "") || "/";
}

const MISSING: Place = { kind: "missing" };

function listPlace(name: string): Place {
  const kind = LISTS.find((list) => list === name);
  return kind === undefined ? MISSING : { kind };
}

function placeBelow(list: string, id: string, search: string): Place {
  switch (list) {
    case "learn":
      return { kind: "lesson", id };
    case "flows":
      return { kind: "flow", grant: id, search };
    case "attacks":
      return { kind: "attack", attack: id, search };
    case "scenarios":
      return { kind: "scenario", id };
    case "errors":
      return { kind: "error", id };
    default:
      return MISSING;
  }
}

function refusalPlace(code = "", check = "", search: string): RefusalPlace {
  return { kind: "refusal", code, check, search };
}

function comparePlace(length: number, left: string | undefined, right: string | undefined): Place {
  if (left === undefined) return { kind: "compare" };
  return right === undefined || length > 3 ? MISSING : { kind: "compare", left, right };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
