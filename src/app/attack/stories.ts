import type { MDXComponents } from "mdx/types.js";
import type { ComponentType } from "react";
import { type LatePart, latePart } from "../../ui/primitives/late-part.tsx";

interface Props {
  readonly components?: MDXComponents;
}

const modules = import.meta.glob<{ readonly default: ComponentType<Props> }>(
  "../../attacks/*/story.mdx",
);

/** The story of each attack, by its id, loaded when it is read. */
export const stories: Readonly<Record<string, LatePart<Props>>> = Object.fromEntries(
  Object.entries(modules).map(([path, load]): [string, LatePart<Props>] => [
    path.split("/").at(-2) ?? "",
    latePart(async () => (await load()).default),
  ]),
);
