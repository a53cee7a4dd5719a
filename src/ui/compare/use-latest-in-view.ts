import { type RefObject, useEffect, useRef } from "react";

/** Brings what was sent last into view when it is not there. `sent` changes with every message. */
export function useLatestInView(sent: string): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  const seen = useRef(sent);
  useEffect(() => {
    if (sent === seen.current) return;
    seen.current = sent;
    const latest = [...(root.current?.querySelectorAll("[data-latest]") ?? [])];
    const shown = latest.filter((element) => element.getClientRects().length > 0);
    shown
      .toSorted((a, b) => b.getBoundingClientRect().bottom - a.getBoundingClientRect().bottom)[0]
      ?.scrollIntoView({ block: "nearest" });
  }, [sent]);
  return root;
}
