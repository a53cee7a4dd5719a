import type { MouseEvent } from "react";
import { useLocation, useRouter } from "wouter";

/**
 * A click handler for everything on the page: plain links into the app become navigations inside it.
 * Links that a router's `Link` has handled, that leave the app or that stay on the page are left alone.
 */
export function useInternalLinks(): (event: MouseEvent) => void {
  const { base } = useRouter();
  const [, navigate] = useLocation();
  return (event) => {
    const address = addressClicked(event, base);
    if (address === undefined) return;
    event.preventDefault();
    navigate(address);
  };
}

function addressClicked(event: MouseEvent, base: string): string | undefined {
  if (event.defaultPrevented || !isPlain(event)) return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download")) return undefined;
  const { origin, pathname, search, hash } = new URL(link.href, location.href);
  const inside = origin === location.origin && pathname.startsWith(`${base}/`);
  const here = pathname === location.pathname && search === location.search;
  return inside && !here ? pathname.slice(base.length) + search + hash : undefined;
}

/** Whether the click asks for nothing special, such as a new tab. */
function isPlain({ button, ctrlKey, metaKey, altKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !altKey && !shiftKey;
}
