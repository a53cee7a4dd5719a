import type { ReactNode } from "react";
import { Link } from "wouter";

/** A link in running text: to a place of this site where it begins with a slash, else to wherever it says. */
export function TextLink({ href = "", children }: { href?: string; children?: ReactNode }) {
  if (href.startsWith("/")) return <Link href={href}>{children}</Link>;
  return (
    <a href={href} rel="noopener">
      {children}
    </a>
  );
}
