import type { ReactNode } from "react";

/** A calm line under the header. It takes no focus and covers nothing. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="border-b border-line bg-accent-tint">
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[0.9375rem] sm:px-6">
        {children}
      </div>
    </div>
  );
}
