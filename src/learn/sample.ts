import type { Language } from "./languages.ts";
import type { SourceFile } from "./source-file.ts";

/** Where a sample's file is: `…/<grant or chapter>/sample/<language>/<name>`. */
const PLACE = /(?<id>[^/]+)\/sample\/(?<language>[^/]+)\/(?<name>.+)$/;

/** What these files say, by the grant or chapter they belong to; each sample in the order its README has. */
export function samplesOf(
  files: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly SourceFile[]> {
  const found = new Map<string, SourceFile[]>();
  for (const [path, text] of Object.entries(files)) {
    const { id, name } = PLACE.exec(path)?.groups ?? {};
    if (id !== undefined && name !== undefined)
      found.set(id, [...(found.get(id) ?? []), { name, text }]);
  }
  return new Map([...found].map(([id, sample]) => [id, inOrder(sample)]));
}

/** Whether a sample's README is at that path. */
export function isReadmeOf(path: string, id: string, language: Language): boolean {
  return path.endsWith(`/${id}/sample/${language}/README.md`);
}

/** As the README names them, since it says what to read first; then what it does not name, and the README itself. */
function inOrder(sample: readonly SourceFile[]): readonly SourceFile[] {
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
