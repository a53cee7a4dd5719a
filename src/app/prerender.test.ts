import { describe, expect, it } from "vitest";
import { attacks } from "../attacks/index.ts";
import { grants } from "../grants/index.ts";
import { chapters } from "../learn/chapters.ts";
import { errorCodes } from "../learn/errors/answers.ts";
import { refusalWalks } from "../learn/errors/walks/index.ts";
import { scenarios } from "../learn/scenarios/index.ts";
import { labAt } from "./attack/lab.ts";
import { sidesAt } from "./compare/sides.ts";
import { flowAskedAt } from "./flow-place.ts";
import { placeAt } from "./places.ts";
import { type RenderedPage, render, routes } from "./prerender.tsx";

const BASE = "/oauth/";
const ORIGIN = "http://localhost";
const pages = new Map<string, Promise<RenderedPage>>();

/** The page at a path, rendered once for all tests. */
function rendered(path: string): Promise<RenderedPage> {
  const page = pages.get(path) ?? render(path, BASE);
  pages.set(path, page);
  return page;
}

/** Where the links of a page lead inside the app, as addresses without the base. */
function linksIn(html: string, page: string): readonly URL[] {
  return [...html.matchAll(/ href="([^"]+)"/g)]
    .map(([, href = ""]) => new URL(href.replaceAll("&amp;", "&"), ORIGIN + BASE + page.slice(1)))
    .filter(({ origin, pathname }) => origin === ORIGIN && `${pathname}/`.startsWith(BASE))
    .map(
      ({ pathname, search, hash }) =>
        new URL(pathname.slice(BASE.length - 1) + search + hash, ORIGIN),
    );
}

/** Whether an address of the app leads to something, as far as variant, step and section. */
async function leadsSomewhere({ pathname, search, hash }: URL): Promise<boolean> {
  const place = placeAt(pathname, search);
  if (place.kind === "flow") return !("what" in flowAskedAt(place));
  if (place.kind === "attack") return !("missing" in labAt(place.attack, place.search));
  if (place.kind === "compare") return !("what" in sidesAt(place));
  if (!routes.includes(pathname)) return false;
  const { html } = await rendered(pathname);
  return hash === "" || html.includes(` id="${decodeURIComponent(hash.slice(1))}"`);
}

describe("the pages rendered at build time", () => {
  it("are the home page, the guide with its chapters, the catalogue, every grant, the comparison, the attacks and what else there is", () => {
    expect(routes).toEqual([
      "/",
      "/learn",
      ...chapters.map(({ id }) => `/learn/${id}`),
      "/flows",
      ...grants.map(({ id }) => `/flows/${id}`),
      "/compare",
      "/attacks",
      ...attacks.map(({ id }) => `/attacks/${id}`),
      "/choose",
      "/scenarios",
      ...scenarios.map(({ id }) => `/scenarios/${id}`),
      "/errors",
      ...errorCodes.map((code) => `/errors/${code}`),
      ...refusalWalks.map(({ code, check }) => `/errors/${code}/${check}`),
      "/glossary",
      "/questions",
      "/changelog",
      "/verdicts",
    ]);
  });

  it.each([...routes, "/404"])(
    "%s is whole without script: one h1, a title, nothing put off",
    async (route) => {
      const { html, title, description } = await rendered(route);
      expect(html.match(/<h1[ >]/g)).toEqual([expect.any(String)]);
      expect(html).not.toContain("<script");
      expect(html).not.toContain("Loading.");
      expect(title).toContain("Grantlab");
      expect(description.length).toBeGreaterThan(40);
    },
  );

  it.each(routes)(
    "%s links to what exists: pages, variants, steps, ways and sections",
    async (route) => {
      const { html } = await rendered(route);
      const links = linksIn(html, route);
      const dead = [];
      for (const link of links) if (!(await leadsSomewhere(link))) dead.push(link.href);
      expect(links.length).toBeGreaterThan(5);
      expect(dead).toEqual([]);
    },
  );

  it.each(attacks.map(({ id, title, capability }) => [id, title, capability] as const))(
    "/attacks/%s can be read: story, capability and messages",
    async (id, title, capability) => {
      const { html, title: head } = await rendered(`/attacks/${id}`);
      expect(head).toBe(`${title} · Grantlab`);
      expect(html).toContain(capability);
      expect(html).toContain("Sources: ");
      expect(html).toContain('data-verdict="undecided"');
    },
  );

  it("/learn/authorization-code can be read: text, messages and code", async () => {
    const { html } = await rendered("/learn/authorization-code");
    expect(html).toContain("What can go wrong");
    expect(html).toContain("Print redeems the code");
    expect(html).toContain("authorizationCodeGrantRequest");
  });
});
