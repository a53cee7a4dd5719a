import type { MDXComponents } from "mdx/types.js";
import type { ComponentType } from "react";
import { type LatePart, latePart } from "../ui/primitives/late-part.tsx";

interface Props {
  readonly components?: MDXComponents;
}

const files = import.meta.glob<{ default: ComponentType<Props> }>([
  "../grants/*/lesson.mdx",
  "../learn/*/lesson.mdx",
]);

/** The text of each chapter by its id, loaded when it is read. */
export const lessons: Readonly<Record<string, LatePart<Props>>> = Object.fromEntries(
  Object.entries(files).map(([file, load]) => [
    idOf(file),
    latePart(async () => (await load()).default),
  ]),
);

/** The source of a chapter's text. Throws `RangeError` when no chapter has that id. */
export function textFileOf(id: string): string {
  const file = Object.keys(files).find((one) => idOf(one) === id);
  if (file === undefined) throw new RangeError(`There is no chapter “${id}”.`);
  return file.replace("..", "src");
}

/** `../learn/pkce/lesson.mdx` is the text of the chapter `pkce`. */
function idOf(file: string): string {
  return file.split("/").at(-2) ?? "";
}
