import { useCallback } from "react";
import { isEarned } from "../../learn/chapter.ts";
import { markReached } from "../use-progress.ts";

/** A ref for a chapter's text: a section counts as reached when its heading was on the screen, unless it is to be earned. */
export function useReading(
  chapter: string,
): (article: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (article: HTMLElement | null) => {
      if (article === null) return undefined;
      const seen = new IntersectionObserver((entries) => noteSeen(chapter, entries));
      const watch = () => {
        for (const heading of article.querySelectorAll("[data-section]")) seen.observe(heading);
      };
      // The text may arrive after the page around it.
      const arrival = new MutationObserver(watch);
      watch();
      arrival.observe(article, { childList: true });
      return () => {
        seen.disconnect();
        arrival.disconnect();
      };
    },
    [chapter],
  );
}

function noteSeen(chapter: string, entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    const section = target instanceof HTMLElement ? (target.dataset["section"] ?? "") : "";
    if (isIntersecting && !isEarned(section)) markReached(chapter, section);
  }
}
