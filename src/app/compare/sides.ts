import { findGrant, findVariant, type Grant, type Variant } from "../../grants/index.ts";
import type { MissingOfGrant } from "../flow-place.ts";
import { type Head, headNamed, missingHead } from "../head.ts";
import type { ComparePlace } from "../places.ts";

/** One of the two walks that are laid side by side. */
export interface Side {
  readonly grant: Grant;
  readonly variant: Variant;
}

/**
 * What a side is called in an address: `implicit`, or `authorization-code~public-pkce` where a grant has several
 * variants. A tilde needs no escaping and is no part of a file's ending (RFC 3986 §2.3).
 */
export function sideName({ grant, variant }: Side): string {
  return grant.variants.length === 1 ? grant.id : `${grant.id}~${variant.id}`;
}

/** The address of a comparison, without the base path. */
export function compareAddress(left: Side, right: Side): string {
  return `/compare/${sideName(left)}/${sideName(right)}`;
}

/** What a side is called: the variant, too, where the grant has several. */
export function sideTitle({ grant, variant }: Side): string {
  return grant.variants.length === 1 ? grant.title : `${grant.title}, ${variant.title}`;
}

/** Both sides an address names, or what it names and there is none of. */
export function sidesAt({ left, right }: ComparePlace): readonly [Side, Side] | MissingOfGrant {
  const one = sideNamed(left ?? DEFAULT_SIDES[0]);
  if ("what" in one) return one;
  const other = sideNamed(right ?? DEFAULT_SIDES[1]);
  return "what" in other ? other : [one, other];
}

/** Title and description of the page of a comparison. */
export function compareHead(place: ComparePlace): Head {
  const sides = sidesAt(place);
  if ("what" in sides) return missingHead(sides);
  const [left, right] = sides;
  return headNamed(
    `${sideTitle(left)} against ${sideTitle(right)}`,
    "Two grants of OAuth 2.0 in lockstep, what every attack got against each, and when to use which.",
  );
}

/** The side of that name; of a grant alone, its first variant. Otherwise what there is none of. */
function sideNamed(name: string): Side | MissingOfGrant {
  const [id = "", ...rest] = name.split("~");
  const asked = rest.length === 0 ? null : rest.join("~");
  const grant = findGrant(id);
  if (grant === undefined) return { what: "grant", name: id };
  const variant = findVariant(grant, asked);
  return variant === undefined ? { what: "variant", name: asked ?? "", grant } : { grant, variant };
}

/** What the comparison opens on: the same single-page client, before and after. */
const DEFAULT_SIDES = ["implicit", "authorization-code~public-pkce"] as const;
