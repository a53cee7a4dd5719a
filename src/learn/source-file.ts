import { regionNamed, regionsOf } from "./regions.ts";

/** A file of a sample: its name inside the sample's folder, and its text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** The stretch of a sample's code that does what a step of a flow does. */
export interface CodeForStep {
  readonly file: string;
  readonly text: string;
}

/** Whether a file of that name is code that regions can be marked in. */
export function mayHaveRegions(name: string): boolean {
  return /\.(?:ts|js|py|go|sh)$/.test(name);
}

/** The names of all regions of a sample. */
export function regionNames(files: readonly SourceFile[]): readonly string[] {
  return regionsIn(files).flatMap(({ regions }) => regions.flatMap(({ names }) => names));
}

/** The code for each of these steps, by the names of the regions. Steps no region names are left out. */
export function codeBySteps(
  files: readonly SourceFile[],
  steps: readonly string[],
): Readonly<Record<string, CodeForStep>> {
  const sources = regionsIn(files);
  const found = steps.flatMap((step) => {
    const [first] = sources.flatMap(({ file, regions }) => {
      const region = regionNamed(regions, step);
      return region === undefined ? [] : [{ file, text: region.text }];
    });
    return first === undefined ? [] : [[step, first] as const];
  });
  return Object.fromEntries(found);
}

function regionsIn(files: readonly SourceFile[]) {
  return files
    .filter(({ name }) => mayHaveRegions(name))
    .map(({ name, text }) => ({ file: name, regions: regionsOf(text) }));
}
