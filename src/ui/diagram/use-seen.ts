import { type RefObject, useEffect, useState } from "react";

/** Whether the element has been on the screen once the page had nothing more urgent to do; stays so. */
export function useSeen(ref: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null || seen) return undefined;
    let cancelIdle: (() => void) | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        cancelIdle = whenIdle(() => setSeen(true));
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelIdle?.();
    };
  }, [ref, seen]);
  return seen;
}

/** Runs after the next paint, when the browser is idle or a second has passed; Safari has no idle callback. */
function whenIdle(run: () => void): () => void {
  if ("requestIdleCallback" in globalThis) {
    const id = requestIdleCallback(run, { timeout: 1000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, 50);
  return () => clearTimeout(id);
}
