import { again } from "../oauth/again.ts";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { MDXComponents } from "mdx/types.js";

type Lesson = LazyExoticComponent<ComponentType<{ components?: MDXComponents }>>;

/** The text of each chapter, loaded when it is read. */
export const lessons: Readonly<Record<string, Lesson>> = {
  "authorization-code": lazy(() => again(() => import("../grants/authorization-code/lesson.mdx"))),
  implicit: lazy(() => again(() => import("../grants/implicit/lesson.mdx"))),
};
