import { expect, test } from "vitest";
import { sides } from "./catalogue.ts";
import { factsOf } from "./facts.ts";
import { sideName } from "./sides.ts";

function of(name: string) {
  const side = sides.find((one) => sideName(one) === name);
  return side === undefined ? {} : factsOf(side);
}

test("the facts of implicit are those of its walk and of the specifications", () => {
  expect(of("implicit")).toEqual({
    client: "Public: a script in the page",
    user: "Yes: signs in and consents",
    seen: "Page script, address and history, authorization server and API",
    channels: "Token: front channel; API call: direct request from the page",
    refresh: "None",
    secret: "None",
    pkce: "No",
    rfc6749: "Defined, and optimized for public clients (§4.2).",
    rfc9700:
      "SHOULD NOT be used, unless token injection is prevented and the leaks are mitigated (§2.1.2). For browser-based clients RFC 10017 §7.2 is stricter: they MUST NOT use it, and the server MUST NOT issue access tokens in the authorization response.",
    oauth21: "Left out; response_type=token is no longer defined (§10.1).",
    use: "Never for something new. Only while an old client is moved to code + PKCE.",
    avoid: "The client can send one request to the token endpoint, as every browser can today.",
  });
});

test("only what a variant really has is said of it", () => {
  const told = (name: string) => {
    const { client, seen, channels, refresh, secret, pkce } = of(name);
    return [client, seen, channels, refresh, secret, pkce];
  };
  const back = "Code: front channel; token: back channel; API call: back channel";
  expect(told("authorization-code~classic")).toEqual([
    "Confidential: a server of its own",
    "Client’s server, authorization server and API",
    back,
    "Yes",
    "Yes, at the token endpoint",
    "No",
  ]);
  expect(told("authorization-code~secret-pkce")).toEqual([
    "Confidential: a server of its own",
    "Client’s server, authorization server and API",
    back,
    "Yes",
    "Yes, at the token endpoint",
    "Yes, S256",
  ]);
  expect(told("authorization-code~public-pkce")).toEqual([
    "Public: a script in the page",
    "Page script, authorization server and API",
    "Code: front channel; token: direct request from the page; API call: direct request from the page",
    "Yes",
    "None",
    "Yes, S256",
  ]);
});

test("every variant of the catalogue has every fact", () => {
  const empty = sides.flatMap((side) =>
    Object.entries(factsOf(side))
      .filter(([, text]) => text === "" || text.includes("none"))
      .map(([id]) => `${sideName(side)} ${id}`),
  );
  expect(empty).toEqual([]);
});
