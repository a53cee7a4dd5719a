import { lazy, Suspense, useDeferredValue } from "react";
import { Router, useLocation, useSearch } from "wouter";
import { headOf } from "./head.ts";
import HomePage from "./pages/home.tsx";
import { MissingPage } from "./pages/missing.tsx";
import { type Place, placeAt, trimmed } from "./places.ts";
import { useArrival, useHead } from "./shell/arrival.ts";
import { PageError } from "./shell/page-error.tsx";
import { Shell } from "./shell/shell.tsx";

const LearnPage = lazy(() => import("./pages/learn.tsx"));
const LessonPage = lazy(() => import("./pages/lesson.tsx"));
const FlowsPage = lazy(() => import("./pages/flows.tsx"));
const FlowPage = lazy(() => import("./pages/flow.tsx"));

interface Props {
  /** Where the app lives, with a slash at both ends. */
  readonly base: string;
  /** The address to render when there is no browser, without the base. */
  readonly path?: string;
}

/** The whole app. */
export function App({ base, path }: Props) {
  const prefix = base.replace(/\/$/, "");
  const rendered = path === undefined ? {} : { ssrPath: prefix + path };
  // The prerendered page knows no query; the first render in the browser must not either.
  return (
    <Router base={prefix} ssrSearch="" {...rendered}>
      <Pages />
    </Router>
  );
}

function Pages() {
  const [location] = useLocation();
  const search = useSearch();
  // While the next page's script is on its way, the present page stays.
  const address = useDeferredValue(`${trimmed(location)}?${search}`);
  const [path = "/", query = ""] = address.split("?");
  const place = placeAt(path, query);
  useHead(headOf(place));
  useArrival(path);
  return (
    <Shell path={path}>
      <PageError key={path}>
        <Suspense fallback={<p className="p-6 text-quiet">Loading.</p>}>
          <Page place={place} />
        </Suspense>
      </PageError>
    </Shell>
  );
}

function Page({ place }: { place: Place }) {
  switch (place.kind) {
    case "home":
      return <HomePage />;
    case "learn":
      return <LearnPage />;
    case "lesson":
      return <LessonPage key={place.chapter} chapter={place.chapter} />;
    case "flows":
      return <FlowsPage />;
    case "flow":
      return <FlowPage place={place} />;
    case "missing":
      return <MissingPage missing={place} />;
  }
}
