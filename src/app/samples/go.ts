/** The text of every file of the samples in Go, by its path. */
export const files = import.meta.glob<string>(
  ["../../grants/*/sample/go/**/*", "../../learn/*/sample/go/**/*"],
  { query: "?raw", import: "default", eager: true },
);
