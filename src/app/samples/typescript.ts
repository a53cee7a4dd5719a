/** The text of every file of the samples in TypeScript, by its path. */
export const files = import.meta.glob<string>(
  ["../../grants/*/sample/typescript/**/*", "../../learn/*/sample/typescript/**/*"],
  { query: "?raw", import: "default", eager: true },
);
