import sections from "./sections.json" with { type: "json" };

/** A section of a specification, as a text cites it. */
export interface Citation {
  /** “RFC 6749”, “OAuth 2.1”. */
  readonly specification: string;
  /** “4.1.2”, “B”. */
  readonly section: string;
}

const INDEX = new Map(
  Object.entries(sections).map(([name, list]): [string, ReadonlySet<string>] => [
    name,
    new Set(list),
  ]),
);

/** Living standards and unfinished drafts; their sections move, and are not checked. */
const OTHERS = [
  "Fetch",
  "HTML",
  "CSP",
  "Referrer Policy",
  "Navigation Timing",
  "Discovery",
  "RFC 7523bis",
  "RFC 6265bis",
];

const NAME = `RFC \\d+(?:bis)?|OAuth 2\\.1|(?:OpenID Connect )?Core|${OTHERS.join("|")}`;
const SECTION = "(?:§|Appendix )[A-Z\\d]+(?:\\.\\d+)*";
/** A specification and the sections that follow it at once: “RFC 6749 §4.1.2.1, §5.2 and §10.6”. */
const CITED = new RegExp(`(${NAME})((?:,? (?:and |or |to )?${SECTION})+)`, "g");
const NUMBER = /(?:§|Appendix )([A-Z\d]+(?:\.\d+)*)/g;
/** A name or a lone section, in running text. */
const NAMED = new RegExp(`(${NAME})|${SECTION}`, "g");

/** Every section that stands right after the name of its specification. */
export function citationsIn(text: string): readonly Citation[] {
  return [...oneLine(text).matchAll(CITED)].flatMap(([, name = "", list = ""]) =>
    [...list.matchAll(NUMBER)].map(([, section = ""]) => ({
      specification: specificationOf(name),
      section,
    })),
  );
}

/** Every section in running text; one that stands alone is of the specification named last before it. */
export function citationsInProse(text: string): readonly Citation[] {
  let specification = "";
  return [...oneLine(text).matchAll(NAMED)].flatMap(([found, name]) => {
    if (name !== undefined) {
      specification = specificationOf(name);
      return [];
    }
    return [{ specification, section: found.replace(/^§|^Appendix /, "") }];
  });
}

/** Why a citation leads nowhere; nothing when it leads somewhere. */
export function problemOf({ specification, section }: Citation): string | undefined {
  if (OTHERS.includes(specification)) return undefined;
  const known = INDEX.get(specification);
  if (known === undefined) return `§${section} of “${specification}”, which is not in the index`;
  return known.has(section) ? undefined : `${specification} has no §${section}`;
}

function specificationOf(name: string): string {
  return name.endsWith("Core") ? "OpenID Connect Core" : name;
}

/** Line breaks and the marks of comments mean nothing to who reads. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*(?:\*(?!\/) |\/\/ )?/g, " ").replaceAll(/ +/g, " ");
}
