/** The text of every file of the samples in Python, by its path. */
export const files = import.meta.glob<string>(
  ["../../grants/*/sample/python/**/*", "../../learn/*/sample/python/**/*", "!**/__pycache__/**"],
  { query: "?raw", import: "default", eager: true },
);
