import { createContext, use } from "react";
import type { TraceEntry } from "../../flow/trace.ts";

/** A page about an error: every cause of it, and what to fix. */
export interface ErrorPage {
  /** The code, or what stands for one. */
  readonly title: string;
  readonly href: string;
}

const Context = createContext<(entry: TraceEntry) => ErrorPage | undefined>(() => undefined);

/** Tells where the error of a message is explained; without one around, nothing is linked. */
export const ErrorPagesProvider = Context.Provider;

/** Finds the page about the error an entry ended with; nothing where there is none, or it is no error. */
export function useErrorPages(): (entry: TraceEntry) => ErrorPage | undefined {
  return use(Context);
}
