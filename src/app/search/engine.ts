import MiniSearch from "minisearch";
import { documentsOf } from "./documents.ts";
import type { Found } from "./found.ts";

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

const documents = documentsOf(texts);
const index = new MiniSearch<Found & { readonly id: number }>({
  fields: ["title", "also", "text"],
  // Names of parameters are looked for by their parts, too.
  tokenize: (text) => text.toLowerCase().split(/[\s\p{P}]+/u),
  searchOptions: {
    boost: { title: 4, also: 2 },
    boostDocument: (_, __, stored) => (stored?.["kind"] === "Message" ? 0.6 : 1),
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  },
  storeFields: ["kind"],
});
index.addAll(documents.map((document, id) => ({ ...document, id })));

/** What has all of these words, the best first; what is called just so before all else. */
export function search(words: string): readonly Found[] {
  return searchFor(words, "AND");
}

/** What has some of these words, the best first; short words, such as “how” and “with”, do not count. */
export function searchLoosely(words: string): readonly Found[] {
  const telling = words.split(/\s+/).filter((word) => word.length > 4);
  return searchFor(telling.join(" "), "OR");
}

function searchFor(words: string, combineWith: "AND" | "OR"): readonly Found[] {
  const asked = words.trim().toLowerCase();
  const found = index
    .search(words, { combineWith })
    .flatMap(({ id }: { readonly id: unknown }) => documents[Number(id)] ?? []);
  const isCalledSo = ({ title }: Found) => title.toLowerCase() === asked;
  const rest = found.filter((one) => !isCalledSo(one));
  return [...found.filter(isCalledSo), ...rest].filter(saysMore).slice(0, MOST);
}

/** Whether a thing found says what none before it says: several walks have the same message. */
function saysMore({ kind, title, text }: Found, index: number, all: readonly Found[]): boolean {
  const first = all.findIndex((one) => one.kind === kind && one.title === title);
  return first === index || all[first]?.text !== text;
}
