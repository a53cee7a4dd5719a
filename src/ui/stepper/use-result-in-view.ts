import { type RefObject, useEffect, useRef } from "react";

/**
 * Brings the beginning of the last answer into view when a message has been answered and it is not there.
 * In a compact stepper only its own box scrolls.
 */
export function useResultInView(
  messages: number,
  compact: boolean,
): RefObject<HTMLDivElement | null> {
  const result = useRef<HTMLDivElement>(null);
  const seen = useRef(messages);
  useEffect(() => {
    const more = messages === seen.current + 1;
    seen.current = messages;
    const element = result.current;
    if (!more || element === null) return;
    if (compact) {
      element.scrollTo({ top: 0 });
      return;
    }
    const { top } = element.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) element.scrollIntoView({ block: "start" });
  }, [messages, compact]);
  return result;
}
