import type { ReactNode } from "react";

/** The page's h1. It takes the focus after a navigation, so that a screen reader begins here. */
export function Heading({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <h1
      tabIndex={-1}
      className={`text-3xl font-bold tracking-tight text-balance outline-none sm:text-4xl ${className}`}
    >
      {children}
    </h1>
  );
}
