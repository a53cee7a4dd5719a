/** The languages that samples are written in, in the order they are offered; the first is shown until another is chosen. */
export const LANGUAGES = [
  { id: "typescript", title: "TypeScript" },
  { id: "python", title: "Python" },
  { id: "go", title: "Go" },
  { id: "curl", title: "curl" },
] as const;

/** The name of a language's folder in `sample/`. */
export type Language = (typeof LANGUAGES)[number]["id"];

/** The language of that name, or the first. */
export function languageNamed(name: string | undefined): Language {
  return LANGUAGES.find(({ id }) => id === name)?.id ?? LANGUAGES[0].id;
}

const NOT_IN_A_SHELL =
  "A shell serves no pages and keeps no sessions, so it can be no backend of one.";
const PAGES_ONLY = "The change is made in the script of a page, and only JavaScript runs there.";

const NO_CLIENT: Readonly<Record<string, Partial<Record<Language, string>>>> = {
  "browser-apps": { curl: NOT_IN_A_SHELL },
  migration: { python: PAGES_ONLY, go: PAGES_ONLY, curl: PAGES_ONLY },
};

/** Why a grant or chapter has no sample in that language, in one sentence. */
export function whyNone(id: string, language: Language): string | undefined {
  return NO_CLIENT[id]?.[language];
}
