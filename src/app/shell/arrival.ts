import { useEffect, useRef } from "react";
import type { Head } from "../head.ts";

/** Puts title and description of the place shown into the document. */
export function useHead({ title, description }: Head): void {
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute("content", description);
  }, [title, description]);
}

/**
 * After a navigation inside the app, does what a browser does after one: begins at the top, or at the
 * heading the address names, and moves the focus there. Going back keeps the browser's own scrolling.
 */
export function useArrival(path: string): void {
  const arrivedAt = useRef(path);
  const byHistory = useRef(false);
  useEffect(() => {
    const note = () => {
      byHistory.current = true;
    };
    addEventListener("popstate", note);
    return () => removeEventListener("popstate", note);
  }, []);
  useEffect(() => {
    if (arrivedAt.current === path) return;
    arrivedAt.current = path;
    arrive(byHistory.current);
    byHistory.current = false;
  }, [path]);
}

function arrive(byHistory: boolean): void {
  const named = document.getElementById(location.hash.slice(1));
  if (!byHistory && named !== null) named.scrollIntoView();
  if (!byHistory && named === null) scrollTo(0, 0);
  const target = named ?? document.querySelector("main h1");
  if (!(target instanceof HTMLElement)) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
