import { expect, test } from "vitest";
import shipped from "../../src/app/compare/token-seen.json";
import { tokenSeen } from "./token-seen.ts";

test("the table of who sees the access token is what walking every flow shows", async () => {
  expect(await tokenSeen()).toEqual(shipped);
});

test("implicit shows the token to the address bar; a code redeemed by a server shows it to no page", async () => {
  const seen = await tokenSeen();
  expect(seen["implicit/page"]).toEqual(["page", "address", "as", "api"]);
  expect(seen["authorization-code/public-pkce"]).toEqual(["page", "as", "api"]);
  expect(seen["authorization-code/secret-pkce"]).toEqual(["client", "as", "api"]);
});
