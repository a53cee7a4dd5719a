/**
 * Resolves when the browser has painted the page that came, so that no script holds up what can already be read.
 * A tab that is not shown paints nothing; there it resolves at once.
 */
export function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    // The frame is painted after its callbacks.
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
