import "../ui/theme.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { trimmed } from "./places.ts";
import { watchVersions } from "./versions.ts";

const base = import.meta.env.BASE_URL;
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root.");

const app = (
  <StrictMode>
    <App base={base} />
  </StrictMode>
);

// A host may answer an address with another page's HTML, as with 404.html; that one is not continued.
if (prerenderedPage(root) === pathHere()) hydrateRoot(root, app);
else createRoot(root).render(app);

watchVersions();

function prerenderedPage(element: Element): string | undefined {
  return element.querySelector<HTMLElement>("[data-page]")?.dataset["page"];
}

function pathHere(): string {
  const { pathname } = location;
  return trimmed(pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname);
}
