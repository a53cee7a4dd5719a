import { useEffect, useState } from "react";
import { type Language, LANGUAGES, languageNamed } from "../learn/languages.ts";
import { isReadmeOf, samplesOf } from "../learn/sample.ts";
import type { SourceFile } from "../learn/source-file.ts";
import { retried } from "../promises/retried.ts";
import { useStored } from "../ui/primitives/use-stored.ts";
import { files as typescript } from "./samples/typescript.ts";

type Samples = ReadonlyMap<string, readonly SourceFile[]>;

/** What a page without a choice shows is there at once, so that prerendered pages have it. */
const atOnce: Samples = samplesOf(typescript);

const later: Readonly<Partial<Record<Language, () => Promise<{ files: Record<string, string> }>>>> =
  {
    python: () => import("./samples/python.ts"),
    go: () => import("./samples/go.ts"),
    curl: () => import("./samples/curl.ts"),
  };

const loaded = new Map<Language, Samples>([[LANGUAGES[0].id, atOnce]]);

const readmes = Object.keys(
  import.meta.glob(["../grants/*/sample/*/README.md", "../learn/*/sample/*/README.md"]),
);

/** Whether the grant or chapter has a sample in that language. */
export function hasSample(id: string, language: Language): boolean {
  return readmes.some((path) => isReadmeOf(path, id, language));
}

/** A sample as a page shows it. */
export interface ShownSample {
  readonly language: Language;
  /** The one to read first at the top; nothing while it is loaded, or when there is none. */
  readonly files: readonly SourceFile[] | undefined;
  /** Whether it could not be loaded. */
  readonly failed: boolean;
  choose(language: Language): void;
}

/** The sample of a grant or chapter in the language that was chosen, here or on another page of this browser. */
export function useSample(id: string): ShownSample {
  const [stored, choose] = useStored("grantlab.language");
  const language = languageNamed(stored);
  const samples = useSamples(language);
  const files = samples === "failed" ? undefined : samples?.get(id);
  return { language, files, failed: samples === "failed", choose };
}

/** The sample that is there without loading, in the first language. */
export function firstSample(id: string): readonly SourceFile[] {
  return atOnce.get(id) ?? [];
}

function useSamples(language: Language): Samples | "failed" | undefined {
  const [, setArrived] = useState<Language>();
  const [failed, setFailed] = useState<Language>();
  useEffect(() => {
    const load = later[language];
    if (load === undefined || loaded.has(language)) return;
    let gone = false;
    const take = ({ files }: { files: Record<string, string> }) => {
      loaded.set(language, samplesOf(files));
      if (!gone) setArrived(language);
    };
    retried(load).then(take, () => {
      if (!gone) setFailed(language);
    });
    return () => {
      gone = true;
    };
  }, [language]);
  return loaded.get(language) ?? (failed === language ? "failed" : undefined);
}
