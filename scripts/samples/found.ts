import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Language, LANGUAGES } from "../../src/learn/languages.ts";

/** A sample as it lies in the repository. */
export interface FoundSample {
  /** The grant or chapter it belongs to. */
  readonly id: string;
  readonly language: Language;
  readonly folder: string;
}

/** Every sample: those of the grants, then those of the chapters. */
export function foundSamples(): readonly FoundSample[] {
  return ["src/grants", "src/learn"].flatMap((root) =>
    folders(root).flatMap((id) =>
      LANGUAGES.filter(({ id: language }) =>
        folders(join(root, id, "sample")).includes(language),
      ).map(({ id: language }) => ({ id, language, folder: join(root, id, "sample", language) })),
    ),
  );
}

function folders(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
