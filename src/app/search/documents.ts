import { attacks } from "../../attacks/index.ts";
import { foreseenRequest } from "../../flow/promised.ts";
import { type Grant, grants, type Variant } from "../../grants/index.ts";
import { chapters, numberedTitle } from "../../learn/chapters.ts";
import { sectionId } from "../../learn/chapter.ts";
import { errorTitle } from "../../learn/errors/answers.ts";
import { errors } from "../../learn/errors/codes.ts";
import { causesOf } from "../../learn/errors/page.ts";
import { termId } from "../../learn/glossary/term.ts";
import { terms } from "../../learn/glossary/terms.ts";
import { sectionsOf } from "../../learn/prose.ts";
import { scenarios } from "../../learn/scenarios/index.ts";
import { parameterWords } from "../../ui/exchange/parameters.ts";
import { parametersOf } from "../../ui/exchange/request-parameters.ts";
import { attackAddress, flowAddress } from "../addresses.ts";
import type { Found } from "./found.ts";

/** Everything that can be found, besides what pages of their own list; `texts` are those of the chapters, by id. */
export function documentsOf(texts: Readonly<Record<string, string>>): readonly Found[] {
  return [
    ...chapters.flatMap(({ id }) => chapterDocuments(id, texts[id] ?? "")),
    ...grants.flatMap((grant) => grant.variants.flatMap((variant) => walk(grant, variant))),
    ...attacks.map(
      ({ id, title, summary, capability }): Found => ({
        kind: "Attack",
        title,
        text: summary,
        also: capability,
        href: attackAddress(id),
      }),
    ),
    ...errors.map(
      ({ code, meaning }): Found => ({
        kind: "Error",
        title: errorTitle(code),
        text: meaning,
        also: causesOf(code)
          .map(({ row }) => row.title)
          .join(" "),
        href: `/errors/${code}`,
      }),
    ),
    ...scenarios.map(
      ({ id, title, summary }): Found => ({
        kind: "Scenario",
        title,
        text: summary,
        href: `/scenarios/${id}`,
      }),
    ),
    ...parameters(),
    ...terms.map(
      (term): Found => ({
        kind: "Term",
        title: term.name,
        text: term.meaning,
        names: term.also ?? [],
        href: `/glossary#${termId(term)}`,
      }),
    ),
  ];
}

function chapterDocuments(id: string, text: string): readonly Found[] {
  const chapter = chapters.find((one) => one.id === id);
  if (chapter === undefined) return [];
  const title = numberedTitle(chapter);
  const sections = sectionsOf(text).map(
    (section): Found => ({
      kind: "Chapter",
      title: `${title}: ${section.title}`,
      text: section.text,
      href: `/learn/${id}#${sectionId(section.title)}`,
    }),
  );
  return [{ kind: "Chapter", title, text: chapter.summary, href: `/learn/${id}` }, ...sections];
}

function walk(grant: Grant, { id, title, forWhom, flow }: Variant): readonly Found[] {
  const messages = Object.entries(flow.steps).map(
    ([step, facts]): Found => ({
      kind: "Message",
      title: facts.title,
      text: facts.why,
      also: `${grant.title} ${title} ${facts.spec}`,
      href: flowAddress(grant.id, id, step),
    }),
  );
  const whole = { kind: "Flow", title: `${grant.title}: ${title}`, text: forWhom };
  return [{ ...whole, also: grant.summary, href: flowAddress(grant.id, id) }, ...messages];
}

/** Parameters and headers of answers, and where each is. */
const ANSWERED = [
  ...["user_code", "verification_uri", "verification_uri_complete", "interval"].map(
    (name) => [name, flowAddress("device-code", "frame", "codes")] as const,
  ),
  ...["token_type", "expires_in", "cache-control"].map(
    (name) => [name, flowAddress("authorization-code", "secret-pkce", "redeem")] as const,
  ),
  ...["cookie", "set-cookie", "referer"].map(
    (name) => [name, flowAddress("authorization-code", "secret-pkce", "sign_in")] as const,
  ),
  ...["origin", "access-control-allow-origin"].map(
    (name) => [name, flowAddress("authorization-code", "public-pkce", "redeem")] as const,
  ),
  ["iss", flowAddress("authorization-code", "secret-pkce", "check")],
  ["location", flowAddress("authorization-code", "secret-pkce", "authorize")],
  ["www-authenticate", flowAddress("access-token", "header", "bare")],
  ["error", flowAddress("authorization-code", "secret-pkce", "reject")],
] as const;

/** Each parameter with words of its own, at the first message that carries it. */
function parameters(): readonly Found[] {
  const carried = grants.flatMap(({ id, variants }) =>
    variants.flatMap((variant) => carriedIn(id, variant)),
  );
  // Of messages that carry the same parameter the first is to count.
  const seen = new Map([...carried.toReversed(), ...ANSWERED]);
  return Object.entries(parameterWords).flatMap(([name, { line, spec }]) => {
    const href = seen.get(name);
    if (href === undefined || name === "") return [];
    return [{ kind: "Parameter", title: name, text: line, also: spec, href }];
  });
}

/** The parameters in the messages of a walk, in lower case, and where each is. */
function carriedIn(grant: string, { id, flow }: Variant): readonly (readonly [string, string])[] {
  return Object.keys(flow.steps).flatMap((step) => {
    const request = foreseenRequest(flow, step);
    const names = request === undefined ? [] : parametersOf(request);
    return names.map(({ name }) => [name.toLowerCase(), flowAddress(grant, id, step)] as const);
  });
}
