import { type Head, headNamed, missingHead } from "../head.ts";
import { labAt } from "./lab.ts";

/** Title and description of the page of an attack. */
export function attackHead(id: string, search: string): Head {
  const asked = labAt(id, search);
  if ("missing" in asked) return missingHead({ what: asked.missing, name: asked.name });
  return headNamed(asked.attack.title, asked.attack.summary);
}
