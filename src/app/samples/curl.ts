/** The text of every file of the samples for a shell with curl, by its path. */
export const files = import.meta.glob<string>(
  ["../../grants/*/sample/curl/**/*", "../../learn/*/sample/curl/**/*"],
  { query: "?raw", import: "default", eager: true },
);
