import type { ComponentType } from "react";
import { type LatePart, latePart } from "../ui/primitives/late-part.tsx";

interface PageModule<Props> {
  readonly default: ComponentType<Props>;
}

/** A page in a script of its own. */
export function pageScript<Props extends object>(
  fetchScript: () => Promise<PageModule<Props>>,
): LatePart<Props> {
  return latePart(async () => (await fetchScript()).default);
}
