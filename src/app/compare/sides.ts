import { findGrant, findVariant, type Grant, type Variant } from "../../grants/index.ts";

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

export function sideTitle({ grant, variant }: Side): string {
  return grant.variants.length === 1 ? grant.title : `${grant.title}, ${variant.title}`;
}

/** The side of that name; of a grant alone, its first variant. Otherwise what there is none of. */
export function sideNamed(
  name: string,
): Side | { readonly missing: "grant" | "variant"; readonly name: string; readonly grant?: Grant } {
  const [id = "", ...rest] = name.split("~");
  const asked = rest.length === 0 ? null : rest.join("~");
  const grant = findGrant(id);
  if (grant === undefined) return { missing: "grant", name: id };
  const variant = findVariant(grant, asked);
  return variant === undefined
    ? { missing: "variant", name: asked ?? "", grant }
    : { grant, variant };
}

/** What the comparison opens on: the same single-page client, before and after. */
export const DEFAULT_SIDES = ["implicit", "authorization-code~public-pkce"] as const;
