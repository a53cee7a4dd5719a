import { type Language, languageNamed } from "../learn/languages.ts";
import type { SourceFile } from "../learn/source-file.ts";
import { memoised } from "../oauth/memoised.ts";
import { retried } from "../promises/retried.ts";
import { useStored } from "../ui/primitives/use-stored.ts";

type Load = () => Promise<readonly SourceFile[]>;

const samples = new Map<string, Load>(
  Object.entries(
    import.meta.glob<readonly SourceFile[]>(
      ["../grants/*/sample/*/README.md", "../learn/*/sample/*/README.md"],
      { query: "?sample", import: "default" },
    ),
  ).map(([path, load]) => [nameOf(path), memoised(() => retried(load))]),
);

/** `../grants/implicit/sample/go/README.md` lies in the sample `implicit/go`. */
function nameOf(path: string): string {
  const [id, , language] = path.split("/").slice(-4);
  return `${id}/${language}`;
}

/** Whether the grant or chapter has a sample in that language. */
export function hasSample(id: string, language: Language): boolean {
  return samples.has(`${id}/${language}`);
}

const NONE: Promise<readonly SourceFile[]> = Promise.resolve([]);

/**
 * The sample of a grant or chapter in a language, the file to read first at the top; empty when it has none. The same
 * promise each time, unless it has failed.
 */
export function loadSample(id: string, language: Language): Promise<readonly SourceFile[]> {
  return samples.get(`${id}/${language}`)?.() ?? NONE;
}

/** The language of the samples that was chosen, here or on another page of this browser. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const [stored, choose] = useStored("grantlab.language");
  return [languageNamed(stored), choose];
}
