import { useEffect, useRef } from "react";

/**
 * After a navigation inside the app, does what a browser does after one: begins at the top, at the heading
 * the address names, or, going back, where the reader was; and moves the focus to the heading.
 */
export function useArrival(path: string): void {
  const arrivedAt = useRef(path);
  const byHistory = useRef(false);
  const positions = useRef(new Map<string, number>());
  useEffect(() => {
    const shown = location.pathname;
    const noteHistory = () => {
      byHistory.current = true;
    };
    // Between a navigation and its page the old page still stands, at a place that is not its reader's.
    const notePosition = () => {
      if (location.pathname === shown) positions.current.set(path, scrollY);
    };
    addEventListener("popstate", noteHistory);
    addEventListener("scroll", notePosition, { passive: true });
    return () => {
      removeEventListener("popstate", noteHistory);
      removeEventListener("scroll", notePosition);
    };
  }, [path]);
  useEffect(() => {
    if (arrivedAt.current === path) return;
    arrivedAt.current = path;
    arrive(byHistory.current ? positions.current.get(path) : undefined);
    byHistory.current = false;
  }, [path]);
}

function arrive(position: number | undefined): void {
  const named = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  if (position === undefined && named !== null) named.scrollIntoView();
  else scrollTo(0, position ?? 0);
  const target = named ?? document.querySelector("main h1");
  if (!(target instanceof HTMLElement)) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
