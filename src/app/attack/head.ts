import { type Head, headNamed } from "../head.ts";
import { labAt } from "./lab.ts";

/** Title and description of the page of an attack. */
export function attackHead(id: string, search: string): Head {
  const asked = labAt(id, search);
  if (!("missing" in asked)) return headNamed(asked.attack.title, asked.attack.summary);
  return headNamed(noSuchTitle(asked), "There is nothing at this address. Here is what there is.");
}

/** What the page says when there is no such attack, way or grant. */
export function noSuchTitle({
  missing,
  name,
}: {
  readonly missing: string;
  readonly name: string;
}) {
  return `There is no ${missing} “${name}”`;
}
