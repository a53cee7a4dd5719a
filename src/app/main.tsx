import "../ui/theme.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { preloadPage } from "./page.tsx";
import { painted } from "./painted.ts";
import { placeAt, trimmed } from "./places.ts";
import { listenForSearch } from "./search/words.ts";
import { watchVersions } from "./versions.ts";
import { loadEngine } from "./walk/load-engine.ts";
import { workOffline } from "./world/connection.ts";

const base = import.meta.env.BASE_URL;
// The worker starts, and what runs walks loads, while the page is still being put together.
void workOffline();
listenForSearch();
loadEngine().catch(() => undefined);
// No await at the top: the pages' scripts import this one, and would wait for it to be done.
void start(document.getElementById("root"));
watchVersions();

async function start(root: HTMLElement | null): Promise<void> {
  if (root === null) throw new Error("index.html has no element #root.");
  const path = pathHere();
  await Promise.all([preloadPage(placeAt(path, location.search)), painted()]);
  const app = (
    <StrictMode>
      <App base={base} />
    </StrictMode>
  );
  if (isRendered(root, path)) hydrateRoot(root, app);
  else createRoot(root).render(app);
}

/**
 * Whether the HTML that came is the page to go on with. Pages are rendered without a query, and a host may
 * answer with another page's HTML, as with 404.html.
 */
function isRendered(root: HTMLElement, path: string): boolean {
  const rendered = root.querySelector<HTMLElement>("[data-page]")?.dataset["page"];
  return rendered === path && location.search === "";
}

function pathHere(): string {
  const { pathname } = location;
  return trimmed(pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname);
}
