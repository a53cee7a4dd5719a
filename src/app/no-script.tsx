import type { ReactNode } from "react";

/** Says, where no script runs, what of the page does not work without one. */
export function NoScript({ children }: { readonly children: ReactNode }) {
  return (
    <noscript>
      <p className="my-4 max-w-[44rem] rounded-xl border border-line bg-sunken p-4">{children}</p>
    </noscript>
  );
}
