import { type RefObject, useEffect, useRef } from "react";

/**
 * Brings the beginning of the messages into view when another one is shown and it is not there. `shown` names the
 * message.
 */
export function useResultInView(shown: string, compact: boolean): RefObject<HTMLDivElement | null> {
  const result = useRef<HTMLDivElement>(null);
  const seen = useRef(shown);
  useEffect(() => {
    const element = result.current;
    if (shown === seen.current || element === null) return;
    seen.current = shown;
    if (compact) element.scrollTo({ top: 0 });
    const { top } = element.getBoundingClientRect();
    if (top < 0 || (!compact && top > innerHeight / 2)) element.scrollIntoView({ block: "start" });
  }, [shown, compact]);
  return result;
}
