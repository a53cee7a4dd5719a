import { expect, it } from "vitest";
import { authorizationCode } from "./grant.ts";
import { variantFacts } from "./variants.ts";

it("names every variant, in the order of the catalogue", () => {
  expect(authorizationCode.variants).toMatchObject(Object.values(variantFacts));
  expect(Object.keys(variantFacts)).toEqual(authorizationCode.variants.map(({ id }) => id));
});
