import type { MDXComponents } from "mdx/types.js";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { retried } from "../../promises/retried.ts";

type Story = LazyExoticComponent<ComponentType<{ components?: MDXComponents }>>;

interface StoryModule {
  readonly default: ComponentType<{ components?: MDXComponents }>;
}

const modules = import.meta.glob<StoryModule>("../../attacks/*/story.mdx");

/** The story of each attack, by its id, loaded when it is read. */
export const stories: Readonly<Record<string, Story>> = Object.fromEntries(
  Object.entries(modules).map(([path, load]): [string, Story] => [
    path.split("/").at(-2) ?? "",
    lazy(() => retried(load)),
  ]),
);
