import { createContext, use, useEffect } from "react";
import type { Head } from "../head.ts";

/** Who is told the head of the page while it is rendered at build time. */
export const HeadSink = createContext<((head: Head) => void) | undefined>(undefined);

/** Puts title and description of the page into the document. Every page calls it. */
export function useHead(head: Head): void {
  const { title, description } = head;
  use(HeadSink)?.(head);
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute("content", description);
  }, [title, description]);
}
