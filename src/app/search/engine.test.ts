import { describe, expect, it } from "vitest";
import { search, searchLoosely } from "./engine.ts";

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
    ["csrf", "Attack: CSRF on the redirect"],
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
    expect(search("login with google")).toEqual([]);
    expect(searchLoosely("login with google").length).toBeGreaterThan(3);
    expect(searchLoosely("xyzzyqwv qqzzvv")).toEqual([]);
  });

  it("finds nothing where there is nothing, and not everything where nothing is asked", () => {
    expect(search("xyzzyqwv")).toEqual([]);
    expect(search("   ")).toEqual([]);
  });
});
