import { chapterNamed } from "../learn/chapters.ts";

/**
 * Where in the app an address leads. Addresses here are without the base path. What the catalogue of grants or of
 * attacks has to say of an address, the page says, whose script loads them.
 */
export type Place =
  | { readonly kind: "home" }
  | { readonly kind: "learn" }
  | { readonly kind: "lesson"; readonly chapter: string }
  | { readonly kind: "flows" }
  | FlowPlace
  | ComparePlace
  | { readonly kind: "attacks" }
  | AttackPlace
  | MissingPlace;

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

export interface AttackPlace {
  readonly kind: "attack";
  readonly attack: string;
  /** The query, which sets the attack up. */
  readonly search: string;
}

/** An address that leads nowhere, and what it asked for. */
export interface MissingPlace {
  readonly kind: "missing";
  readonly what: "page" | "chapter";
  /** The name that nothing has; empty for a page. */
  readonly name: string;
}

/** Reads an address. `search` may begin with a question mark. */
export function placeAt(path: string, search: string): Place {
  const parts = path.split("/").filter((part) => part !== "");
  const [first, second, third] = parts.map(decoded);
  if (first === undefined) return { kind: "home" };
  if (first === "compare") return comparePlace(parts.length, second, third);
  if (parts.length > 2) return missing("page", "");
  switch (first) {
    case "learn":
      return second === undefined ? { kind: "learn" } : lessonPlace(second);
    case "flows":
      return second === undefined ? { kind: "flows" } : { kind: "flow", grant: second, search };
    case "attacks":
      return second === undefined
        ? { kind: "attacks" }
        : { kind: "attack", attack: second, search };
    default:
      return missing("page", "");
  }
}

/** The same address without a slash at its end. */
export function trimmed(path: string): string {
  return path.replace(/\/+$/, "") || "/";
}

function comparePlace(length: number, left: string | undefined, right: string | undefined): Place {
  if (left === undefined) return { kind: "compare" };
  if (right === undefined || length > 3) return missing("page", "");
  return { kind: "compare", left, right };
}

function lessonPlace(id: string): Place {
  return chapterNamed(id) === undefined ? missing("chapter", id) : { kind: "lesson", chapter: id };
}

function missing(what: MissingPlace["what"], name: string): MissingPlace {
  return { kind: "missing", what, name };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
