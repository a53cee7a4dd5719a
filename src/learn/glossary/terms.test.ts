import { expect, it } from "vitest";
import { findGrant, findVariant } from "../../grants/index.ts";
import { sourceAddress } from "../source.ts";
import { termId } from "./term.ts";
import { terms } from "./terms.ts";

it("every term can be seen in a message that exists", () => {
  const nowhere = terms.filter(({ seen }) => {
    const grant = findGrant(seen.grant);
    const flow = grant && findVariant(grant, seen.variant)?.flow;
    return flow?.steps[seen.step] === undefined;
  });
  expect(nowhere).toEqual([]);
});

it("terms stand in alphabetical order, each once and at a place of its own", () => {
  const names = terms.map(({ name }) => name);
  expect(names).toEqual(
    names.toSorted((a, b) => a.localeCompare(b, "en", { sensitivity: "base" })),
  );
  expect(new Set(terms.map(termId)).size).toBe(terms.length);
});

it("every term says where it is defined, at an address", () => {
  expect(terms.every(({ spec }) => URL.canParse(sourceAddress(spec)))).toBe(true);
});
