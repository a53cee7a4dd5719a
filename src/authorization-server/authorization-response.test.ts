import { describe, expect, it } from "vitest";
import { grantServers } from "../grants/servers.ts";
import type { GrantServer } from "./ports.ts";
import {
  ALICE,
  asking,
  CALLBACK,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  PUBLIC,
  testServer,
} from "./testing.ts";

const fragments: GrantServer = {
  id: "fragments",
  responseTypes: {
    fragment: {
      grantType: "implicit",
      mode: "fragment",
      checks: [],
      answer: async () => ({ token: "t 1" }),
    },
  },
};
const implicit = { ...CONFIDENTIAL, clientId: "implicit", responseTypes: ["fragment"] };
const server = await testServer([...grantServers, fragments], {
  clients: [CONFIDENTIAL, PUBLIC, implicit],
});

const query = (change: Fields = {}) => new URLSearchParams(asking(change)).toString();
const ask = (text: string) => server.get(`/authorize?${text}`);

/** The parameters of the answer. */
async function answerTo(change: Fields) {
  const response = await ask(query(change));
  const { searchParams } = new URL(response.headers.get("Location") ?? "");
  return Object.fromEntries(searchParams);
}

describe("an answer", () => {
  it("is in the fragment where its response type wants it there (RFC 6749 §4.2.2)", async () => {
    const request = asking({ client_id: "implicit", response_type: "fragment" });
    expect(String(await server.browser().walk(request, ALICE))).toBe(
      `${CALLBACK}#token=t+1&state=s1&iss=https%3A%2F%2Fauth.example`,
    );
  });

  it("that is an error is in the fragment where the answer would be there (RFC 6749 §4.2.2.1)", async () => {
    const change = { client_id: "implicit", response_type: "fragment", scope: "admin" };
    const response = await ask(query(change));
    expect(response.headers.get("Location")).toBe(
      `${CALLBACK}#error=invalid_scope&error_description=The+scope+is+unknown+or+not+allowed&state=s1&iss=https%3A%2F%2Fauth.example`,
    );
  });

  it("keeps the query that the redirect URI has (RFC 6749 §3.1.2)", async () => {
    const redirect_uri = `${CALLBACK}?tenant=1`;
    const response = await ask(query({ client_id: "page", redirect_uri, scope: "x" }));
    expect(response.headers.get("Location")).toBe(
      `${CALLBACK}?tenant=1&error=invalid_scope&error_description=The+scope+is+unknown+or+not+allowed&state=s1&iss=https%3A%2F%2Fauth.example`,
    );
  });
});

describe("state comes back exactly (RFC 6749 §4.1.2)", () => {
  it.each(["a b+c&d=e%20/?#", "ü€😀", `"><script>`, "x".repeat(5000), "\u2028"])(
    "%j",
    async (state) => {
      const answer = await answerTo({ scope: "x", state });
      expect(answer["state"]).toBe(state);
      const back = await server.browser().walk(asking({ state }), ALICE);
      expect(back.searchParams.get("state")).toBe(state);
    },
  );

  it("and can begin no header, line breaks included", async () => {
    const state = "a\r\nSet-Cookie: x=y\r\n\r\n<b>";
    const response = await ask(query({ state }));
    expect(response.headers.get("Location")).toBe(
      `${CALLBACK}?error=invalid_request&error_description=A+parameter+holds+control+characters&state=a%0D%0ASet-Cookie%3A+x%3Dy%0D%0A%0D%0A%3Cb%3E&iss=https%3A%2F%2Fauth.example`,
    );
    expect([response.headers.getSetCookie(), server.refusedBy()]).toEqual([
      [],
      "authorize.printable",
    ]);
  });

  it("or not at all when there was none, or an empty one", async () => {
    for (const state of [undefined, ""]) {
      expect(await answerTo({ scope: "x", state })).toEqual({
        error: "invalid_scope",
        error_description: "The scope is unknown or not allowed",
        iss: ISSUER,
      });
    }
  });
});

describe("redirect URIs", () => {
  it.each([
    "http://127.0.0.1:51004/cb",
    "http://127.0.0.1/cb",
    "http://[::1]:9/cb",
    "http://localhost:3000/cb",
    "example.print:/cb",
  ])(
    "allow any port on a loopback literal only, and private-use schemes: %s (RFC 8252 §7)",
    async (redirect_uri) => {
      const back = await server.browser().walk(asking({ client_id: "page", redirect_uri }), ALICE);
      expect(String(back).split("?")[0]).toBe(redirect_uri);
      expect([...back.searchParams.keys()]).toEqual(["code", "state", "iss"]);
    },
  );

  it("may be left out when only one is registered (RFC 6749 §3.1.2.3)", async () => {
    const back = await server.browser().walk(asking({ redirect_uri: undefined }), ALICE);
    expect(back.origin + back.pathname).toBe(CALLBACK);
  });
});
