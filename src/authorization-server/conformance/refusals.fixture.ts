import { EVIL_API, NATIVE_CALLBACK } from "../../grants/cast.ts";
import { attackersClient } from "../../world/defaults.ts";
import type { Client } from "../ports.ts";
import { CHALLENGE, VERIFIER } from "../testing.ts";
import {
  asking,
  asksForCodes,
  type Authentication,
  authenticationOf,
  challengeOf,
  judgedClients,
  redeeming,
} from "./judged-clients.fixture.ts";
import type { Parameters, RefusingServer, Said } from "./refusing-server.fixture.ts";

/** A request that an authorization server must refuse. */
export interface Refusal {
  /** Id of the check by which this server refuses it. */
  readonly check: string;
  readonly spec: string;
  /** What is sent, in words. */
  readonly sent: string;
  /** The clients of which there is such a request; nobody where it names a client that does not exist. */
  readonly clients: readonly Client[] | "nobody";
  send(server: RefusingServer, client: Client): Promise<Said>;
  /** Where the judge refuses otherwise: what it says, and the sentence that allows either. */
  readonly allowed?: { readonly theirs: Said; readonly why: string };
  /** What was set up by us decides it at the judge: then its answer is no judgement. */
  readonly configured?: string;
}

const OTHER_VERIFIER = VERIFIER.toUpperCase();
const LOOSE = "https://print.example.evil.example/callback";
const REDIRECTOR = "https://print.example/out?to=https%3A%2F%2Fevil.example%2F";

const all = judgedClients;
const forCodes = all.filter(asksForCodes);
const forTokensOnly = all.filter((client) => !asksForCodes(client));
const withPkce = forCodes.filter(({ requirePkce }) => requirePkce);
const withoutPkce = forCodes.filter(({ requirePkce }) => !requirePkce);
const appsWithoutProof = all.filter(
  ({ authMethod, redirectUris }) => authMethod === "none" && redirectUris.includes(NATIVE_CALLBACK),
);
const withSecret = forCodes.filter(({ secret }) => secret !== undefined);

/** The client's authorization request with this changed; a parameter left empty counts as not sent (RFC 6749 §3.1). */
const authorizing =
  (change: Parameters): Refusal["send"] =>
  (server, client) =>
    server.authorize(defined(asking(client, change)));

/** A code of the client's is redeemed with these fields instead of the right ones. */
const redeemingWith =
  (change: Parameters, authentication: (client: Client) => Authentication = authenticationOf) =>
  async (server: RefusingServer, client: Client): Promise<Said> => {
    const code = await codeFor(server, asking(client));
    return tokenFor(server, redeeming(client, code, change), authentication(client));
  };

async function codeFor(server: RefusingServer, parameters: Parameters): Promise<string> {
  return (await server.answer(parameters)).get("code") ?? "";
}

function tokenFor(
  server: RefusingServer,
  fields: Parameters,
  { fields: own, basic }: Authentication,
): Promise<Said> {
  return server.token(defined({ ...fields, ...own }), basic);
}

function defined(parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ""));
}

const NOT_THE_CLIENTS: NonNullable<Refusal["allowed"]> = {
  theirs: { refused: true, as: "redirect", error: "invalid_request" },
  why: "RFC 6749 §4.1.2.1 and §4.2.2.1 have `unauthorized_client` for a client that may not use the response type; `invalid_request` covers every invalid parameter value.",
};

/** What the attacks rely on being refused, and what keeps response types apart. */
export const refusals: readonly Refusal[] = [
  {
    check: "authorize.redirect-uri",
    spec: "RFC 9700 §2.1",
    sent: "a redirect URI that only begins like the registered one",
    clients: all,
    send: authorizing({ redirect_uri: LOOSE }),
  },
  {
    check: "authorize.redirect-uri",
    spec: "RFC 9700 §2.1",
    sent: "a redirect URI at the client’s own open redirector",
    clients: all,
    send: authorizing({ redirect_uri: REDIRECTOR }),
  },
  {
    check: "authorize.client",
    spec: "RFC 6749 §4.1.2.1",
    sent: "a client that nobody registered",
    clients: "nobody",
    send: authorizing({ client_id: "nobody" }),
  },
  {
    check: "authorize.silent-client",
    spec: "RFC 8252 §8.6",
    sent: "a request for a silent answer to an app of the device, whatever the user allowed before",
    clients: appsWithoutProof,
    send: (server, client) => {
      const asked = asking(client, { redirect_uri: NATIVE_CALLBACK });
      return server.again(asked, { ...asked, prompt: "none" });
    },
    allowed: {
      theirs: { refused: true, as: "redirect", error: "interaction_required" },
      why: "RFC 8252 §8.6 names no error code. OpenID Connect Core §3.1.2.6 has `consent_required` where the user has to be asked, and `interaction_required` where something has to be shown.",
    },
  },
  {
    check: "authorize.response-type",
    spec: "RFC 6749 §3.1.1",
    sent: "a response type that does not exist",
    clients: all,
    send: authorizing({ response_type: "magic" }),
  },
  {
    check: "authorize.response-type-allowed",
    spec: "RFC 6749 §4.2.2.1",
    sent: "a token asked for by a client registered for codes",
    clients: forCodes,
    send: authorizing({ response_type: "token" }),
    allowed: NOT_THE_CLIENTS,
  },
  {
    check: "authorize.response-type-allowed",
    spec: "RFC 6749 §4.1.2.1",
    sent: "a code asked for by a client registered for tokens",
    clients: forTokensOnly,
    send: authorizing({ response_type: "code" }),
    allowed: NOT_THE_CLIENTS,
  },
  {
    check: "authorize.pkce-present",
    spec: "RFC 9700 §2.1.1",
    sent: "no challenge, by a client that has to use PKCE",
    clients: withPkce,
    send: authorizing({ code_challenge: "", code_challenge_method: "" }),
  },
  {
    check: "authorize.pkce-method",
    spec: "RFC 7636 §4.4.1",
    sent: "the method `plain`",
    clients: forCodes,
    send: authorizing({ code_challenge: VERIFIER, code_challenge_method: "plain" }),
  },
  {
    check: "authorize.pkce-method",
    spec: "RFC 7636 §4.4.1",
    sent: "a challenge without a method, which means `plain`",
    clients: forCodes,
    send: authorizing({ code_challenge: CHALLENGE, code_challenge_method: "" }),
  },
  {
    check: "authorize.resource",
    spec: "RFC 8707 §2",
    sent: "a resource the server does not know",
    clients: all,
    send: authorizing({ resource: EVIL_API }),
    configured:
      "oidc-provider asks a function of its operator’s which resources there are, and that function, which is ours, refuses (`getResourceServerInfo`). It only passes the refusal on.",
  },
  {
    check: "token.resource",
    spec: "RFC 8707 §2.2",
    sent: "a code, for a resource the server does not know",
    clients: forCodes,
    send: redeemingWith({ resource: EVIL_API }),
  },
  {
    check: "token.client-authenticated",
    spec: "RFC 6749 §3.2.1",
    sent: "a confidential client’s code, without its secret",
    clients: withSecret,
    send: redeemingWith({}, ({ clientId }) => ({ fields: { client_id: clientId } })),
  },
  {
    check: "token.client-authenticated",
    spec: "RFC 6749 §3.2.1",
    sent: "a confidential client’s code, with a wrong secret",
    clients: withSecret,
    send: redeemingWith({}, (client) => authenticationOf(client, "a-guess")),
  },
  {
    check: "token.pkce",
    spec: "RFC 7636 §4.6",
    sent: "a code without its verifier",
    clients: withPkce,
    send: redeemingWith({ code_verifier: "" }),
  },
  {
    check: "token.pkce",
    spec: "RFC 7636 §4.6",
    sent: "a code with another verifier",
    clients: withPkce,
    send: redeemingWith({ code_verifier: OTHER_VERIFIER }),
  },
  {
    check: "token.pkce-expected",
    spec: "RFC 9700 §4.8.2",
    sent: "a verifier for a code that was asked for without a challenge",
    clients: withoutPkce,
    send: redeemingWith({ code_verifier: VERIFIER }),
    allowed: {
      theirs: { refused: true, as: "answer", error: "invalid_grant" },
      why: "RFC 9700 §4.8.2 says only that such a request “is rejected”, and names no error code. RFC 6749 §5.2 fits both: `invalid_request` for a request that carries what it must not, `invalid_grant` for a code that does not match it. What oidc-provider misses is the method of a challenge that was never there.",
    },
  },
  {
    check: "token.code-unspent",
    spec: "RFC 6749 §4.1.2",
    sent: "a code for the second time",
    clients: forCodes,
    async send(server, client) {
      const code = await codeFor(server, asking(client));
      const again = () => tokenFor(server, redeeming(client, code), authenticationOf(client));
      const first = await again();
      return first.refused ? first : again();
    },
  },
  {
    check: "token.code-client",
    spec: "RFC 6749 §4.1.3",
    sent: "a code of the attacker’s client, asked for with the challenge of this one",
    clients: forCodes,
    async send(server, client) {
      const code = await codeFor(server, { ...asking(attackersClient), ...challengeOf(client) });
      return tokenFor(server, redeeming(client, code), authenticationOf(client));
    },
  },
  {
    check: "token.redirect-uri",
    spec: "RFC 6749 §4.1.3",
    sent: "a code with another redirect URI than it was sent to",
    clients: forCodes,
    send: redeemingWith({ redirect_uri: LOOSE }),
  },
];

/** A request that both must serve: without these, refusing everything would pass for agreement. */
export interface Served {
  readonly sent: string;
  send(server: RefusingServer): Promise<Said>;
}

/** The right request of every client, the attacker's included. */
export const served: readonly Served[] = [...all, attackersClient].map((client) =>
  asksForCodes(client)
    ? {
        sent: `a code of ${client.clientId}`,
        send: async (server) => {
          const code = await codeFor(server, asking(client));
          return tokenFor(server, redeeming(client, code), authenticationOf(client));
        },
      }
    : {
        sent: `a token for ${client.clientId}`,
        send: async (server) => {
          const answer = await server.answer(asking(client));
          if (answer.has("access_token")) return { refused: false };
          return { refused: true, as: "redirect", error: answer.get("error") ?? "" };
        },
      },
);
