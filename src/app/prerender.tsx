import { prerender } from "react-dom/static";
import { attacks } from "../attacks/index.ts";
import { grants } from "../grants/index.ts";
import { chapters } from "../learn/chapters.ts";
import { errorCodes } from "../learn/errors/answers.ts";
import { refusalWalks } from "../learn/errors/walks/index.ts";
import { scenarios } from "../learn/scenarios/index.ts";
import { App } from "./app.tsx";
import { refusalAddress } from "./errors/run-address.ts";
import type { Head } from "./head.ts";
import { textFileOf } from "./lessons.ts";
import { type Place, placeAt } from "./places.ts";
import { HeadSink } from "./shell/use-head.ts";

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
  "/choose",
  "/scenarios",
  ...scenarios.map(({ id }) => `/scenarios/${id}`),
  "/errors",
  ...errorCodes.map((code) => `/errors/${code}`),
  ...refusalWalks.map(({ code, check }) => refusalAddress(code, check)),
  "/glossary",
  "/questions",
  "/changelog",
  "/verdicts",
];

/** A page as it is before any script runs. */
export interface RenderedPage extends Head {
  readonly html: string;
  /** Sources of the lazy modules the page needs before it can answer a press. */
  readonly modules: readonly string[];
}

/** Renders the page at a path, which is without the base; `base` has a slash at both ends. */
export async function render(path: string, base: string): Promise<RenderedPage> {
  let head: Head | undefined;
  const noteHead = (told: Head) => {
    head = told;
  };
  const page = (
    <HeadSink value={noteHead}>
      <App base={base} path={path} />
    </HeadSink>
  );
  const { prelude } = await prerender(page, {
    // Whole pages: a part sent later would need a script to be put in its place.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      throw error;
    },
  });
  const html = await new Response(prelude).text();
  if (head === undefined) throw new Error(`The page at ${path} told no head.`);
  return { html, modules: modulesOf(placeAt(path, "")), ...head };
}

function modulesOf(place: Place): readonly string[] {
  if (place.kind === "home") return [];
  return [`src/app/pages/${place.kind}.tsx`, ...textsOf(place)];
}

function textsOf(place: Place): readonly string[] {
  if (place.kind === "lesson") return [textFileOf(place.id)];
  return place.kind === "attack" ? [`src/attacks/${place.attack}/story.mdx`] : [];
}
