import { describe, expect, it } from "vitest";
import { search, searchLoosely } from "./engine.ts";
import { soughtBy } from "./sought.ts";

const first = (words: string) => {
  const [found] = search(words);
  return found && `${found.kind}: ${found.title}`;
};

describe("the search", () => {
  it.each([
    ["refresh token", "Term: refresh token"],
    ["code_challenge_method", "Parameter: code_challenge_method"],
    ["invalid_grant", "Error: invalid_grant"],
    ["tv printer", "Scenario: TV, printer, photo frame"],
    ["csrf", "Term: cross-site request forgery"],
    ["what is a bff", "Term: backend for frontend"],
    ["What is PKCE?", "Term: PKCE"],
    ["google", "Term: ID token"],
    ["login with google", "Term: OpenID Connect"],
    ["log in with facebook", "Term: OpenID Connect"],
    ["logout", "Term: revocation"],
    ["how do I log out a user", "Term: revocation"],
    ["refresh token expired", "Error: invalid_grant"],
    ["redirect_uri mismatch", "Error: An error page, and no redirect"],
    ["spa", "Chapter: 12 Browser-based apps today"],
    ["react", "Chapter: 12 Browser-based apps today"],
    ["where do I store tokens", "Chapter: 8 Using an access token: Where a browser keeps it"],
  ])("%s is found first as %s", (words, title) => {
    expect(first(words)).toBe(title);
  });

  it("finds what is mistyped, and what is begun", () => {
    const titles = (words: string) => search(words).map(({ title }) => title);
    expect(titles("introspecton")).toContain("introspection");
    expect(titles("rotat")).toContain("rotation");
  });

  it("finds sections of chapters by their text, and leads to them", () => {
    expect(search("verifier challenge secret prove").map(({ href }) => href)).toContainEqual(
      expect.stringMatching(/^\/learn\/[a-z-]+#/),
    );
  });

  it("leads a parameter to a message that carries it", () => {
    const [found] = search("client_assertion_type");
    expect(found?.href).toBe("/flows/client-credentials?variant=private-key-jwt&step=token");
  });

  it("finds what has some of the words where nothing has all", () => {
    expect(search("what is a xyzzyqwv verifier")).toEqual([]);
    expect(searchLoosely("what is a xyzzyqwv verifier").length).toBeGreaterThan(3);
    expect(searchLoosely("xyzzyqwv qqzzvv")).toEqual([]);
  });

  it("takes words that are only alike for mistyped ones where nothing has the word itself", () => {
    expect(search("react").filter(({ kind }) => kind === "Message")).toEqual([]);
    expect(search("logout").map(({ href }) => href)).toEqual([
      "/glossary#revocation",
      "/learn/access-token#jwt-or-opaque",
    ]);
  });

  it.each(Object.entries(soughtBy))(
    "%s exists, and is found by what people call it",
    (href, words) => {
      expect(search(words).map((found) => found.href)).toContain(href);
    },
  );

  it("finds nothing where there is nothing, and not everything where nothing is asked", () => {
    expect(search("xyzzyqwv")).toEqual([]);
    expect(search("   ")).toEqual([]);
  });
});
