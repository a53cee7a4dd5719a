import MiniSearch, { type SearchOptions } from "minisearch";
import { tellingWords } from "./asked.ts";
import { documentsOf } from "./documents.ts";
import type { Found } from "./found.ts";
import { soughtBy } from "./sought.ts";

const files = import.meta.glob<string>(["../../grants/*/lesson.mdx", "../../learn/*/lesson.mdx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** `../../learn/pkce/lesson.mdx` is the text of the chapter `pkce`. */
const texts = Object.fromEntries(
  Object.entries(files).map(([file, text]) => [file.split("/").at(-2) ?? "", text]),
);

const MOST = 12;

/** What counts for more or less than the rest, by its kind. */
const WEIGHTS: Readonly<Record<string, number>> = {
  Term: 1.2,
  Error: 1.2,
  Flow: 0.8,
  Message: 0.6,
};

const documents = documentsOf(texts);
const index = new MiniSearch<Indexed>({
  fields: ["title", "sought", "also", "names", "text"],
  // Names of parameters are looked for by their parts, too.
  tokenize: (text) => text.toLowerCase().split(/[\s\p{P}]+/u),
  searchOptions: {
    boost: { title: 4, sought: 4, also: 2, names: 2 },
    boostDocument: (_, __, stored) => WEIGHTS[String(stored?.["kind"])] ?? 1,
    prefix: (term) => term.length > 1,
  },
  storeFields: ["kind"],
});
index.addAll(
  documents.map((document, id) => ({ ...document, id, sought: soughtBy[document.href] ?? "" })),
);

interface Indexed extends Found {
  readonly id: number;
  readonly sought: string;
}

/**
 * What has all of these words, the best first; what is called just so before all else. Words that are only alike count
 * where nothing is found as it is written.
 */
export function search(words: string): readonly Found[] {
  const asWritten = searchFor(words, { combineWith: "AND" });
  return asWritten.length > 0 ? asWritten : searchFor(words, { combineWith: "AND", fuzzy });
}

/** What has some of these words, the best first. */
export function searchLoosely(words: string): readonly Found[] {
  return searchFor(words, { combineWith: "OR", fuzzy });
}

function fuzzy(term: string): number | false {
  return term.length > 4 ? 0.2 : false;
}

function searchFor(words: string, options: SearchOptions): readonly Found[] {
  const asked = tellingWords(words);
  const found = index
    .search(asked, options)
    .flatMap(({ id }: { readonly id: unknown }) => documents[Number(id)] ?? []);
  return found
    .toSorted((a, b) => nearness(b, asked) - nearness(a, asked))
    .filter(saysMore)
    .slice(0, MOST);
}

/** 2 for what is called just what is asked for, 1 for what is also called so, or 0. */
function nearness({ title, names = [] }: Found, asked: string): number {
  if (title.toLowerCase() === asked) return 2;
  return names.some((name) => name.toLowerCase() === asked) ? 1 : 0;
}

/** Whether a thing found says what none before it says: several walks have the same message. */
function saysMore({ kind, title, text }: Found, index: number, all: readonly Found[]): boolean {
  const first = all.findIndex((one) => one.kind === kind && one.title === title);
  return first === index || all[first]?.text !== text;
}
