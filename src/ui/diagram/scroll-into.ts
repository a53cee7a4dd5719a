/** Brings the element to the middle of its scroll box when it is not in sight there; never moves the page. */
export function scrollInto(box: HTMLElement, element: Element, covered: number = 0): void {
  const outer = box.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const down = away(inner.top - outer.top - covered, inner.height, outer.height - covered);
  const across = away(inner.left - outer.left, inner.width, outer.width);
  if (down === 0 && across === 0) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollBy({ top: down, left: across, behavior: calm ? "instant" : "smooth" });
}

const MARGIN = 8;

/** How far to scroll for what begins at `start` to be in the middle of the room; 0 when all of it is in sight. */
function away(start: number, size: number, room: number): number {
  const inSight = start >= MARGIN && start + size <= room - MARGIN;
  return inSight ? 0 : start - Math.max(MARGIN, (room - size) / 2);
}
