import type { SourceFile } from "./source-file.ts";

/** A sample as its README names the files, since it says what to read first; then what it does not name, and the README itself. */
export function inReadingOrder(sample: readonly SourceFile[]): readonly SourceFile[] {
  const readme = sample.find(({ name }) => name === "README.md")?.text ?? "";
  const [, list = ""] = readme.split(/^## Files$/m);
  const named = [...list.matchAll(/^- `([^`]+)`/gm)].map(([, name]) => name);
  const rank = ({ name }: SourceFile) => {
    if (name === "README.md") return named.length + 1;
    const at = named.indexOf(name);
    return at === -1 ? named.length : at;
  };
  return sample.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
