import { useSyncExternalStore } from "react";

/** The theme the page shows now. */
export type Theme = "light" | "dark";

/** Follows the `data-theme` of the page; light on the server. */
export function useShownTheme(): Theme {
  return useSyncExternalStore(subscribe, shownTheme, () => "light");
}

function shownTheme(): Theme {
  return document.documentElement.dataset["theme"] === "dark" ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
