import { type PageScript, pageScript } from "./page-script.tsx";
import HomePage from "./pages/home.tsx";
import type { AttackPlace, ComparePlace, FlowPlace, MissingPlace, Place } from "./places.ts";

const learn: PageScript<object> = pageScript(() => import("./pages/learn.tsx"));
const flows: PageScript<object> = pageScript(() => import("./pages/flows.tsx"));
const lesson: PageScript<{ chapter: string }> = pageScript(() => import("./pages/lesson.tsx"));
const flow: PageScript<{ place: FlowPlace }> = pageScript(() => import("./pages/flow.tsx"));
const compare: PageScript<{ place: ComparePlace }> = pageScript(
  () => import("./pages/compare.tsx"),
);
const attacks: PageScript<object> = pageScript(() => import("./pages/attacks.tsx"));
const attack: PageScript<{ place: AttackPlace }> = pageScript(() => import("./pages/attack.tsx"));
const missing: PageScript<{ missing: MissingPlace }> = pageScript(
  () => import("./pages/missing.tsx"),
);

/** What is shown at a place. */
export function Page({ place }: { place: Place }) {
  switch (place.kind) {
    case "home":
      return <HomePage />;
    case "learn":
      return <learn.Page />;
    case "lesson":
      return <lesson.Page key={place.chapter} chapter={place.chapter} />;
    case "flows":
      return <flows.Page />;
    case "flow":
      return <flow.Page place={place} />;
    case "compare":
      return <compare.Page place={place} />;
    case "attacks":
      return <attacks.Page />;
    case "attack":
      return <attack.Page place={place} />;
    case "missing":
      return <missing.Page missing={place} />;
  }
}

/** Fetches the script of a place's page, so that the first render is whole. Never rejects: the page itself says so. */
export async function preloadPage({ kind }: Place): Promise<void> {
  const scripts = {
    learn,
    lesson,
    flows,
    flow,
    compare,
    attacks,
    attack,
    missing,
    home: undefined,
  };
  await scripts[kind]?.preload().catch(() => undefined);
}
