import { type RefObject, useEffect, useRef } from "react";
import type { Selected } from "./props.ts";

interface Shown {
  /** How many messages were taken. */
  readonly taken: number;
  /** The one that is looked at, if it is not the last. */
  readonly looking: Selected | undefined;
  /** Whether the messages scroll in a box of their own. */
  readonly compact: boolean;
  /** Whether the stepper stands in a text, whose reader may be elsewhere. */
  readonly inText: boolean;
}

/**
 * Brings the beginning of the messages into view when another one is shown and it is not there. In a text, a walk
 * that comes back with many messages at once, as after a reload, leaves the reader where they are.
 */
export function useResultInView({
  taken,
  looking,
  compact,
  inText,
}: Shown): RefObject<HTMLDivElement | null> {
  const result = useRef<HTMLDivElement>(null);
  const seen = useRef({ taken, looking });
  useEffect(() => {
    const element = result.current;
    const before = seen.current;
    if ((taken === before.taken && looking === before.looking) || element === null) return;
    seen.current = { taken, looking };
    if (compact) element.scrollTo({ top: 0 });
    if (inText && before.taken === 0 && taken > 1) return;
    const { top } = element.getBoundingClientRect();
    if (top < 0 || (!compact && top > innerHeight / 2)) element.scrollIntoView({ block: "start" });
  }, [taken, looking, compact, inText]);
  return result;
}
