import { type ComponentType, useEffect } from "react";
import { type PageScript, pageScript } from "./page-script.tsx";
import HomePage from "./pages/home.tsx";
import type {
  AttackPlace,
  ComparePlace,
  FlowPlace,
  ListKind,
  OnePlace,
  Place,
  RefusalPlace,
} from "./places.ts";

const lists: Readonly<Record<ListKind | "missing", PageScript<object>>> = {
  learn: pageScript(() => import("./pages/learn.tsx")),
  flows: pageScript(() => import("./pages/flows.tsx")),
  attacks: pageScript(() => import("./pages/attacks.tsx")),
  choose: pageScript(() => import("./pages/choose.tsx")),
  scenarios: pageScript(() => import("./pages/scenarios.tsx")),
  errors: pageScript(() => import("./pages/errors.tsx")),
  glossary: pageScript(() => import("./pages/glossary.tsx")),
  questions: pageScript(() => import("./pages/questions.tsx")),
  changelog: pageScript(() => import("./pages/changelog.tsx")),
  verdicts: pageScript(() => import("./pages/verdicts.tsx")),
  missing: pageScript(() => import("./pages/missing.tsx")),
};

const ones: Readonly<Record<OnePlace["kind"], PageScript<{ id: string }>>> = {
  lesson: pageScript(
    () => import("./pages/lesson.tsx"),
    async ({ id }) => (await import("./lessons.ts")).lessons[id]?.preload(),
  ),
  scenario: pageScript(() => import("./pages/scenario.tsx")),
  error: pageScript(() => import("./pages/error.tsx")),
};

const flow: PageScript<{ place: FlowPlace }> = pageScript(() => import("./pages/flow.tsx"));
const compare: PageScript<{ place: ComparePlace }> = pageScript(
  () => import("./pages/compare.tsx"),
);
const attack: PageScript<{ place: AttackPlace }> = pageScript(
  () => import("./pages/attack.tsx"),
  async ({ place }) => (await import("./attack/stories.ts")).stories[place.attack]?.preload(),
);
const refusal: PageScript<{ place: RefusalPlace }> = pageScript(
  () => import("./pages/refusal.tsx"),
);

/** What is shown at a place. Marks the document when all of it takes presses and keys; tests wait for that. */
export function Page({ place }: { place: Place }) {
  useEffect(() => {
    document.documentElement.dataset["listens"] = "";
  }, []);
  return <Shown place={place} />;
}

function Shown({ place }: { place: Place }) {
  if (isList(place)) return <List page={lists[place.kind].Part} />;
  switch (place.kind) {
    case "home":
      return <HomePage />;
    case "flow":
      return <flow.Part place={place} />;
    case "compare":
      return <compare.Part place={place} />;
    case "attack":
      return <attack.Part place={place} />;
    case "refusal":
      return <refusal.Part place={place} />;
    case "lesson":
    case "scenario":
    case "error":
      return <One page={ones[place.kind].Part} id={place.id} />;
  }
}

function isList(place: Place): place is Extract<Place, { readonly kind: keyof typeof lists }> {
  return Object.hasOwn(lists, place.kind);
}

function One({ page: Part, id }: { page: ComponentType<{ id: string }>; id: string }) {
  return <Part key={id} id={id} />;
}

function List({ page: Part }: { page: ComponentType<object> }) {
  return <Part />;
}

/** Fetches what is shown at a place, so that the first render is whole. Never rejects: the page itself says so. */
export async function preloadPage(place: Place): Promise<void> {
  await fetchPage(place)?.catch(() => undefined);
}

function fetchPage(place: Place): Promise<void> | undefined {
  if (isList(place)) return lists[place.kind].preload({});
  switch (place.kind) {
    case "home":
      return undefined;
    case "flow":
      return flow.preload({ place });
    case "compare":
      return compare.preload({ place });
    case "attack":
      return attack.preload({ place });
    case "refusal":
      return refusal.preload({ place });
    case "lesson":
    case "scenario":
    case "error":
      return ones[place.kind].preload({ id: place.id });
  }
}
