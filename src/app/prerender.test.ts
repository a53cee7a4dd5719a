import { describe, expect, it } from "vitest";
import { attacks } from "../attacks/index.ts";
import { grants } from "../grants/index.ts";
import { chapters } from "../learn/chapters.ts";
import { errorCodes } from "../learn/errors/answers.ts";
import { scenarios } from "../learn/scenarios/index.ts";
import { placeAt } from "./places.ts";
import { render, routes } from "./prerender.tsx";

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
      "/glossary",
      "/questions",
      "/changelog",
      "/verdicts",
    ]);
  });

  it.each([...routes, "/404"])(
    "%s is whole without script: one h1, a title, nothing put off",
    async (route) => {
      const { html, title, description } = await render(route, "/oauth/");
      expect(html.match(/<h1[ >]/g)).toEqual([expect.any(String)]);
      expect(html).not.toContain("<script");
      expect(html).not.toContain("Loading.");
      expect(title).toContain("Grantlab");
      expect(description.length).toBeGreaterThan(40);
    },
  );

  it.each(routes)("%s links to places that exist, under the base path", async (route) => {
    const { html } = await render(route, "/oauth/");
    const links = [...html.matchAll(/ href="([^"]+)"/g)].map(([, href = ""]) => href);
    const inside = links
      .filter((href) => !href.startsWith("#"))
      .map((href) => new URL(href, "http://localhost"))
      .filter(({ origin }) => origin === "http://localhost");
    const paths = inside.map(({ pathname }) => pathname);
    const known = [...routes.map((path) => `/oauth${path}`), "/oauth/"];
    // Of comparisons there are too many to render each at build time.
    const isComparison = (path: string) =>
      placeAt(path.replace(/^\/oauth/, ""), "").kind === "compare";
    expect(paths.filter((path) => !known.includes(path) && !isComparison(path))).toEqual([]);
  });

  it.each(attacks.map(({ id, title, capability }) => [id, title, capability] as const))(
    "/attacks/%s can be read: story, capability and messages",
    async (id, title, capability) => {
      const { html, title: head } = await render(`/attacks/${id}`, "/");
      expect(head).toBe(`${title} · Grantlab`);
      expect(html).toContain(capability);
      expect(html).toContain("Sources: ");
      expect(html).toContain('data-verdict="undecided"');
    },
  );

  it("/learn/authorization-code can be read: text, messages and code", async () => {
    const { html } = await render("/learn/authorization-code", "/");
    expect(html).toContain("What can go wrong");
    expect(html).toContain("Print redeems the code");
    expect(html).toContain("authorizationCodeGrantRequest");
  });
});
