import { describe, expect, it } from "vitest";
import { render, routes } from "./prerender.tsx";

describe("the pages rendered at build time", () => {
  it("are the home page, the guide with its chapters, the catalogue, every grant and the comparison", () => {
    expect(routes).toEqual([
      "/",
      "/learn",
      "/learn/authorization-code",
      "/learn/implicit",
      "/flows",
      "/flows/authorization-code",
      "/flows/implicit",
      "/compare",
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
    const inside = links.filter((href) => !href.startsWith("#"));
    const paths = inside.map((href) => new URL(href, "http://localhost").pathname);
    const known = [...routes.map((path) => `/oauth${path}`), "/oauth/"];
    expect(paths.filter((path) => !known.includes(path))).toEqual([]);
  });

  it("/learn/authorization-code can be read: text, messages and code", async () => {
    const { html } = await render("/learn/authorization-code", "/");
    expect(html).toContain("What can go wrong");
    expect(html).toContain("Print redeems the code");
    expect(html).toContain("authorizationCodeGrantRequest");
  });
});
