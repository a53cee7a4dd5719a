import { retried } from "../promises/retried.ts";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { MDXComponents } from "mdx/types.js";

type Lesson = LazyExoticComponent<ComponentType<{ components?: MDXComponents }>>;

/** The text of each chapter, loaded when it is read. */
export const lessons: Readonly<Record<string, Lesson>> = {
  "authorization-code": lazy(() =>
    retried(() => import("../grants/authorization-code/lesson.mdx")),
  ),
  "client-credentials": lazy(() =>
    retried(() => import("../grants/client-credentials/lesson.mdx")),
  ),
  "device-code": lazy(() => retried(() => import("../grants/device-code/lesson.mdx"))),
  "access-token": lazy(() => retried(() => import("../grants/access-token/lesson.mdx"))),
  "refresh-token": lazy(() => retried(() => import("../grants/refresh-token/lesson.mdx"))),
  implicit: lazy(() => retried(() => import("../grants/implicit/lesson.mdx"))),
  password: lazy(() => retried(() => import("../grants/password/lesson.mdx"))),
};
