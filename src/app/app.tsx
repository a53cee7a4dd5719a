import { Suspense, useDeferredValue } from "react";
import { Router, useLocation, useSearch } from "wouter";
import { Page } from "./page.tsx";
import { placeAt, trimmed } from "./places.ts";
import { useArrival } from "./shell/arrival.ts";
import { PageError } from "./shell/page-error.tsx";
import { Shell } from "./shell/shell.tsx";

interface Props {
  /** Where the app lives, with a slash at both ends. */
  readonly base: string;
  /** The address to render when there is no browser, without the base and without a query. */
  readonly path?: string;
}

/** The whole app. */
export function App({ base, path }: Props) {
  const prefix = base.replace(/\/$/, "");
  const rendered = path === undefined ? {} : { ssrPath: prefix + path, ssrSearch: "" };
  return (
    <Router base={prefix} {...rendered}>
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
  useArrival(path);
  return (
    <Shell path={path}>
      <Suspense fallback={<p className="p-6 text-quiet">Loading.</p>}>
        <PageError key={path}>
          <Page place={place} />
        </PageError>
      </Suspense>
    </Shell>
  );
}
