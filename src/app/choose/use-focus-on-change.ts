import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the `h2` in the element that can take it, whenever `shown` changes; not when the page is opened. */
export function useFocusOnChange(shown: string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const heading = element.current?.querySelector("h2[tabindex]");
    if (heading instanceof HTMLElement) heading.focus();
  }, [shown]);
  return element;
}
