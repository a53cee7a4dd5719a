import { useEffect, useRef } from "react";

/**
 * After a navigation inside the app, does what a browser does after one: begins at the top, at what
 * the address names, or, going back, where the reader was; and moves the focus there or to the heading.
 */
export function useArrival(path: string): void {
  const arrivedAt = useRef(path);
  const byHistory = useRef(false);
  const positions = useRef(new Map<string, number>());
  useEffect(() => {
    const shown = location.pathname;
    // It is said of a move within the page, too.
    const noteHistory = () => {
      byHistory.current ||= location.pathname !== shown;
    };
    // The router says so of a navigation; one within the page brings no new path.
    const arriveWithin = () => {
      if (location.pathname === shown && location.hash !== "") arrive(undefined);
    };
    // Between a navigation and its page the old page still stands, at a place that is not its reader's.
    const notePosition = () => {
      if (location.pathname === shown) positions.current.set(path, scrollY);
    };
    addEventListener("popstate", noteHistory);
    addEventListener("pushState", arriveWithin);
    addEventListener("scroll", notePosition, { passive: true });
    return () => {
      removeEventListener("popstate", noteHistory);
      removeEventListener("pushState", arriveWithin);
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
  // Goes there as the browser does, which makes it the target of styles as well.
  if (position === undefined && named !== null) location.replace(location.hash);
  else scrollTo(0, position ?? 0);
  const target = named ?? document.querySelector("main h1");
  if (!(target instanceof HTMLElement)) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
