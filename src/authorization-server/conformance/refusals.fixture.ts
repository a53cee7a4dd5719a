import { CLASSIC_CLIENT, PAGE_CLIENT, QUIZ_CLIENT, SERVER_CLIENT } from "../../grants/cast.ts";
import { CALLBACK, CHALLENGE, VERIFIER } from "../testing.ts";
import type { Parameters, RefusingServer, Said } from "./refusing-server.fixture.ts";

/** A request that an authorization server must refuse. */
export interface Refusal {
  /** Id of the check by which this server refuses it. */
  readonly check: string;
  readonly spec: string;
  /** What is sent, in words. */
  readonly sent: string;
  send(server: RefusingServer): Promise<Said>;
  /** Where the judge refuses otherwise: the sentence that allows either. */
  readonly allowed?: string;
}

const OTHER_VERIFIER = VERIFIER.toUpperCase();

function asking(clientId: string, change: Parameters = {}): Parameters {
  return {
    response_type: "code",
    client_id: clientId,
    redirect_uri: CALLBACK,
    scope: "photos.read",
    state: "s1",
    ...change,
  };
}

const PKCE = { code_challenge: CHALLENGE, code_challenge_method: "S256" };

function redeeming(code: string, change: Parameters = {}): Parameters {
  return { grant_type: "authorization_code", code, redirect_uri: CALLBACK, ...change };
}

/** A code of the page's client is redeemed with these fields instead of the right ones. */
const redeemingAsPage =
  (fields: Parameters) =>
  async (server: RefusingServer): Promise<Said> => {
    const code = await server.code(asking(PAGE_CLIENT.id, PKCE));
    return server.token(redeeming(code, { client_id: PAGE_CLIENT.id, ...fields }));
  };

/** What the attacks rely on being refused, and what keeps response types apart. */
export const refusals: readonly Refusal[] = [
  {
    check: "authorize.redirect-uri",
    spec: "RFC 9700 §2.1",
    sent: "a redirect URI that only begins like the registered one",
    send: (server) =>
      server.authorize(
        asking(PAGE_CLIENT.id, {
          ...PKCE,
          redirect_uri: "https://print.example.evil.example/callback",
        }),
      ),
  },
  {
    check: "authorize.redirect-uri",
    spec: "RFC 9700 §2.1",
    sent: "a redirect URI at the client’s own open redirector",
    send: (server) =>
      server.authorize(
        asking(PAGE_CLIENT.id, {
          ...PKCE,
          redirect_uri: "https://print.example/out?to=https%3A%2F%2Fevil.example%2F",
        }),
      ),
  },
  {
    check: "authorize.client",
    spec: "RFC 6749 §4.1.2.1",
    sent: "a client that nobody registered",
    send: (server) => server.authorize(asking("nobody", PKCE)),
  },
  {
    check: "authorize.response-type",
    spec: "RFC 6749 §3.1.1",
    sent: "a response type that does not exist",
    send: (server) => server.authorize(asking(PAGE_CLIENT.id, { ...PKCE, response_type: "magic" })),
  },
  {
    check: "authorize.response-type-allowed",
    spec: "RFC 6749 §4.2.2.1",
    sent: "a token asked for by a client registered for codes",
    send: (server) => server.authorize(asking(PAGE_CLIENT.id, { response_type: "token" })),
    allowed:
      "RFC 6749 §4.2.2.1 has a code for each: `unauthorized_client` where the client may not use the response type, `unsupported_response_type` where the server does not offer it. oidc-provider offers no `response_type=token` to anybody.",
  },
  {
    check: "authorize.pkce-present",
    spec: "RFC 9700 §2.1.1",
    sent: "no challenge, by a public client",
    send: (server) => server.authorize(asking(PAGE_CLIENT.id)),
  },
  {
    check: "authorize.pkce-present",
    spec: "RFC 9700 §2.1.1",
    sent: "no challenge, by a confidential client that has to use PKCE",
    send: (server) => server.authorize(asking(SERVER_CLIENT.id)),
  },
  {
    check: "authorize.pkce-method",
    spec: "RFC 7636 §4.4.1",
    sent: "the method `plain`",
    send: (server) =>
      server.authorize(
        asking(PAGE_CLIENT.id, { code_challenge: VERIFIER, code_challenge_method: "plain" }),
      ),
  },
  {
    check: "authorize.pkce-method",
    spec: "RFC 7636 §4.4.1",
    sent: "a challenge without a method, which means `plain`",
    send: (server) => server.authorize(asking(PAGE_CLIENT.id, { code_challenge: CHALLENGE })),
  },
  {
    check: "authorize.resource",
    spec: "RFC 8707 §2",
    sent: "a resource the server does not know",
    send: (server) =>
      server.authorize(asking(PAGE_CLIENT.id, { ...PKCE, resource: "https://api.evil.example" })),
  },
  {
    check: "token.resource",
    spec: "RFC 8707 §2.2",
    sent: "a code, for a resource the server does not know",
    send: redeemingAsPage({ code_verifier: VERIFIER, resource: "https://api.evil.example" }),
  },
  {
    check: "token.client-authenticated",
    spec: "RFC 6749 §3.2.1",
    sent: "a confidential client’s code, without its secret",
    send: async (server) =>
      server.token(
        redeeming(await server.code(asking(SERVER_CLIENT.id, PKCE)), {
          client_id: SERVER_CLIENT.id,
          code_verifier: VERIFIER,
        }),
      ),
  },
  {
    check: "token.client-authenticated",
    spec: "RFC 6749 §3.2.1",
    sent: "a confidential client’s code, with a wrong secret",
    send: async (server) =>
      server.token(
        redeeming(await server.code(asking(SERVER_CLIENT.id, PKCE)), { code_verifier: VERIFIER }),
        [SERVER_CLIENT.id, "a-guess"],
      ),
  },
  {
    check: "token.pkce",
    spec: "RFC 7636 §4.6",
    sent: "a code without its verifier",
    send: redeemingAsPage({}),
  },
  {
    check: "token.pkce",
    spec: "RFC 7636 §4.6",
    sent: "a code with another verifier",
    send: redeemingAsPage({ code_verifier: OTHER_VERIFIER }),
  },
  {
    check: "token.pkce-expected",
    spec: "RFC 9700 §4.8.2",
    sent: "a verifier for a code that was asked for without a challenge",
    send: async (server) =>
      server.token(
        redeeming(await server.code(asking(CLASSIC_CLIENT.id)), {
          client_id: CLASSIC_CLIENT.id,
          client_secret: CLASSIC_CLIENT.secret,
          code_verifier: VERIFIER,
        }),
      ),
    allowed:
      "RFC 9700 §4.8.2 says only that such a request “is rejected”, and names no error code. RFC 6749 §5.2 fits both: `invalid_request` for a request that carries what it must not, `invalid_grant` for a code that does not match it.",
  },
  {
    check: "token.code-unspent",
    spec: "RFC 6749 §4.1.2",
    sent: "a code for the second time",
    async send(server) {
      const code = await server.code(asking(PAGE_CLIENT.id, PKCE));
      const fields = redeeming(code, { client_id: PAGE_CLIENT.id, code_verifier: VERIFIER });
      const first = await server.token(fields);
      return first.refused ? first : server.token(fields);
    },
  },
  {
    check: "token.code-client",
    spec: "RFC 6749 §4.1.3",
    sent: "a code of another client",
    send: async (server) =>
      server.token(
        redeeming(
          await server.code(
            asking(QUIZ_CLIENT.id, { ...PKCE, redirect_uri: QUIZ_CLIENT.callback }),
          ),
          { client_id: PAGE_CLIENT.id, code_verifier: VERIFIER },
        ),
      ),
  },
  {
    check: "token.redirect-uri",
    spec: "RFC 6749 §4.1.3",
    sent: "a code with another redirect URI than it was sent to",
    send: redeemingAsPage({
      code_verifier: VERIFIER,
      redirect_uri: "https://print.example.evil.example/callback",
    }),
  },
];

/** A request that both must serve: without these, refusing everything would pass for agreement. */
export interface Served {
  readonly sent: string;
  send(server: RefusingServer): Promise<Said>;
}

const AS_CLIENT: readonly (readonly [string, Parameters, (readonly [string, string])?])[] = [
  [PAGE_CLIENT.id, { client_id: PAGE_CLIENT.id }],
  [SERVER_CLIENT.id, {}, [SERVER_CLIENT.id, SERVER_CLIENT.secret]],
  [CLASSIC_CLIENT.id, { client_id: CLASSIC_CLIENT.id, client_secret: CLASSIC_CLIENT.secret }],
];

/** The right request of every client the refused ones are sent as. */
export const served: readonly Served[] = [
  ...AS_CLIENT.map(([id, auth, basic]) => ({
    sent: `a code of ${id} with its verifier`,
    send: async (server: RefusingServer) => {
      const code = await server.code(asking(id, PKCE));
      return server.token(redeeming(code, { ...auth, code_verifier: VERIFIER }), basic);
    },
  })),
  {
    sent: `a code of ${CLASSIC_CLIENT.id} without PKCE`,
    send: async (server) =>
      server.token(
        redeeming(await server.code(asking(CLASSIC_CLIENT.id)), {
          client_id: CLASSIC_CLIENT.id,
          client_secret: CLASSIC_CLIENT.secret,
        }),
      ),
  },
  {
    sent: `a code of ${QUIZ_CLIENT.id}`,
    send: async (server) =>
      server.token(
        redeeming(
          await server.code(
            asking(QUIZ_CLIENT.id, { ...PKCE, redirect_uri: QUIZ_CLIENT.callback }),
          ),
          {
            client_id: QUIZ_CLIENT.id,
            client_secret: QUIZ_CLIENT.secret,
            redirect_uri: QUIZ_CLIENT.callback,
            code_verifier: VERIFIER,
          },
        ),
      ),
  },
];
