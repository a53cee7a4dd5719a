import { findGrant, findVariant, type Grant, type Variant } from "../grants/index.ts";
import { chapterNamed } from "../learn/chapters.ts";
import { DEFAULT_SIDES, type Side, sideNamed } from "./compare/sides.ts";

/** Where in the app an address leads. Addresses here are without the base path. */
export type Place =
  | { readonly kind: "home" }
  | { readonly kind: "learn" }
  | { readonly kind: "lesson"; readonly chapter: string }
  | { readonly kind: "flows" }
  | FlowPlace
  | ComparePlace
  | { readonly kind: "attacks" }
  | AttackPlace
  | Missing;

export interface FlowPlace {
  readonly kind: "flow";
  readonly grant: Grant;
  readonly variant: Variant;
  /** The step to walk to first. */
  readonly step?: string;
  /** Whether the messages are folded into the six classic ones; nothing when the address does not say. */
  readonly folded?: boolean;
}

/** Two walks side by side. */
export interface ComparePlace {
  readonly kind: "compare";
  readonly left: Side;
  readonly right: Side;
}

/** A page of the attack lab. Which attacks there are is known to that page alone, whose script is its own. */
export interface AttackPlace {
  readonly kind: "attack";
  readonly attack: string;
  /** The query, which sets the attack up. */
  readonly search: string;
}

/** An address that leads nowhere, and what it asked for. */
export interface Missing {
  readonly kind: "missing";
  readonly what: "page" | "chapter" | "grant" | "variant" | "step";
  /** The name that nothing has; empty for a page. */
  readonly name: string;
  /** The grant whose variant or step was asked for. */
  readonly grant?: Grant;
  /** The variant whose step was asked for. */
  readonly variant?: Variant;
}

/** Reads an address. `search` may begin with a question mark. */
export function placeAt(path: string, search: string): Place {
  const [first, second, ...rest] = path.split("/").filter((part) => part !== "");
  if (first === undefined) return { kind: "home" };
  if (first === "compare") return comparePlace(second, rest);
  if (rest.length > 0) return missing("page", "");
  if (first === "learn") return second === undefined ? { kind: "learn" } : lessonPlace(second);
  if (first === "flows")
    return second === undefined ? { kind: "flows" } : grantPlace(second, search);
  if (first === "attacks")
    return second === undefined ? { kind: "attacks" } : attackPlace(second, search);
  return missing("page", "");
}

/** The same address without a slash at its end. */
export function trimmed(path: string): string {
  return path.replace(/\/+$/, "") || "/";
}

function comparePlace(left: string | undefined, [right, ...more]: readonly string[]): Place {
  if (left === undefined) return sidesPlace(...DEFAULT_SIDES);
  if (right === undefined || more.length > 0) return missing("page", "");
  return sidesPlace(decoded(left), decoded(right));
}

function sidesPlace(...names: readonly [left: string, right: string]): Place {
  const [left, right] = [sideNamed(names[0]), sideNamed(names[1])];
  if ("missing" in left) return missingSide(left);
  return "missing" in right ? missingSide(right) : { kind: "compare", left, right };
}

function missingSide(side: Exclude<ReturnType<typeof sideNamed>, Side>): Missing {
  const { missing: what, name, grant } = side;
  return { kind: "missing", what, name, ...(grant === undefined ? {} : { grant }) };
}

function lessonPlace(name: string): Place {
  const id = decoded(name);
  return chapterNamed(id) === undefined ? missing("chapter", id) : { kind: "lesson", chapter: id };
}

function grantPlace(name: string, search: string): Place {
  const id = decoded(name);
  const grant = findGrant(id);
  if (grant === undefined) return missing("grant", id);
  const query = new URLSearchParams(search);
  const asked = query.get("variant");
  const variant = findVariant(grant, asked);
  return variant === undefined
    ? { ...missing("variant", asked ?? ""), grant }
    : flowPlace(grant, variant, query);
}

function attackPlace(name: string, search: string): Place {
  return { kind: "attack", attack: decoded(name), search };
}

function flowPlace(grant: Grant, variant: Variant, query: URLSearchParams): Place {
  const step = query.get("step");
  if (step !== null && !Object.hasOwn(variant.flow.steps, step)) {
    return { ...missing("step", step), grant, variant };
  }
  const fold = query.get("fold");
  return {
    kind: "flow",
    grant,
    variant,
    ...(step === null ? {} : { step }),
    ...(fold === null ? {} : { folded: fold === "1" }),
  };
}

function missing(what: Missing["what"], name: string): Missing {
  return { kind: "missing", what, name };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
