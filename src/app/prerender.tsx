import { prerender } from "react-dom/static";
import { chapters } from "../learn/chapters.ts";
import { App } from "./app.tsx";
import { attackHead } from "./attack/head.ts";
import { compareHead } from "./compare/sides.ts";
import { attacks } from "../attacks/index.ts";
import { grants } from "../grants/index.ts";
import { flowHead } from "./flow-place.ts";
import { type Head, headAt } from "./head.ts";
import { type Place, placeAt } from "./places.ts";

/** Every address with a page of its own, without the base. */
export const routes: readonly string[] = [
  "/",
  "/learn",
  ...chapters.map(({ id }) => `/learn/${id}`),
  "/flows",
  ...grants.map(({ id }) => `/flows/${id}`),
  "/compare",
  "/attacks",
  ...attacks.map(({ id }) => `/attacks/${id}`),
];

/** A page as it is before any script runs. */
export interface RenderedPage extends Head {
  readonly html: string;
  /** Sources of the lazy modules the page needs before it can answer a press. */
  readonly modules: readonly string[];
}

/** Renders the page at a path, which is without the base; `base` has a slash at both ends. */
export async function render(path: string, base: string): Promise<RenderedPage> {
  const place = placeAt(path, "");
  const { prelude } = await prerender(<App base={base} path={path} />, {
    // Whole pages: a part sent later would need a script to be put in its place.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      throw error;
    },
  });
  return { html: await new Response(prelude).text(), modules: modulesOf(place), ...head(place) };
}

function head(place: Place): Head {
  if (place.kind === "flow") return flowHead(place);
  if (place.kind === "compare") return compareHead(place);
  if (place.kind === "attack") return attackHead(place.attack, "");
  return headAt(place);
}

function modulesOf(place: Place): readonly string[] {
  switch (place.kind) {
    case "learn":
      return ["src/app/pages/learn.tsx"];
    case "lesson":
      return ["src/app/pages/lesson.tsx", `src/grants/${place.chapter}/lesson.mdx`];
    case "flows":
      return ["src/app/pages/flows.tsx"];
    case "flow":
      return ["src/app/pages/flow.tsx"];
    case "compare":
      return ["src/app/pages/compare.tsx"];
    case "attacks":
      return ["src/app/pages/attacks.tsx"];
    case "attack":
      return ["src/app/pages/attack.tsx", `src/attacks/${place.attack}/story.mdx`];
    case "missing":
      return ["src/app/pages/missing.tsx"];
    case "home":
      return [];
  }
}
