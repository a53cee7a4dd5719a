import type { Check } from "../../oauth/checks.ts";
import { ASSERTION_TYPE, ASSERTION_WINDOW, isTimely } from "../../oauth/client-assertion.ts";
import { isSignedBy, type Jwt, parseJwt } from "../../oauth/jwt.ts";
import { isFirstUse } from "../../store/used-once.ts";
import type { TokenRefusal } from "../ports.ts";
import type { ClientFacts } from "./client.ts";

type Row = Omit<Check<ClientFacts, TokenRefusal>, "applies" | "refuse">;

/** A row about the assertion a client authenticates with, after it was found registered for one. */
function about(
  row: Row,
  holds: (jwt: Jwt, facts: ClientFacts) => boolean | Promise<boolean>,
): Check<ClientFacts, TokenRefusal> {
  return {
    ...row,
    applies: hasAssertion,
    async refuse(facts) {
      const { presented } = facts;
      const jwt =
        presented.method === "private_key_jwt" ? parseJwt(presented.assertion) : undefined;
      const held = jwt !== undefined && (await holds(jwt, facts));
      return held ? undefined : { reason: "client_unauthenticated" };
    },
  };
}

function hasAssertion({ presented }: ClientFacts): boolean {
  return presented.method === "private_key_jwt";
}

/** What a JWT has to pass that a client authenticates with (RFC 7523 §3), using it up last. */
export const assertionChecks: readonly Check<ClientFacts, TokenRefusal>[] = [
  {
    id: "token.assertion-type",
    title: "The assertion is said to be a JWT",
    spec: "RFC 7523 §2.2",
    why: "The parameter says how the assertion is to be read; what is read otherwise than it was meant proves nothing.",
    applies: hasAssertion,
    refuse: ({ presented }) =>
      presented.method === "private_key_jwt" && presented.type === ASSERTION_TYPE
        ? undefined
        : { reason: "client_unauthenticated" },
  },
  about(
    {
      id: "token.assertion-signature",
      title: "A key the client registered signed the assertion, with ES256",
      spec: "RFC 7523 §3",
      why: "Anybody can write an assertion; only the client has the private key. The server never had it, so nobody can steal it there.",
    },
    async (jwt, { client }) => {
      try {
        return client?.jwks !== undefined && (await isSignedBy(client.jwks, jwt));
      } catch {
        // Keys that cannot be read verify nothing.
        return false;
      }
    },
  ),
  {
    ...about(
      {
        id: "token.assertion-purpose",
        title: "The type the assertion gives itself is that of an assertion",
        spec: "RFC 8725 §3.11",
        why: "A client signs other JWTs with the same key, such as proofs. One that says it is something else was not made for this.",
      },
      ({ header: { typ } }) => isAssertionType(typ),
    ),
    applies: ({ presented }) =>
      presented.method === "private_key_jwt" &&
      parseJwt(presented.assertion)?.header["typ"] !== undefined,
  },
  about(
    {
      id: "token.assertion-subject",
      title: "The client made the assertion, about itself",
      spec: "OpenID Connect Core §9",
      why: "A client could otherwise speak for another, and a JWT it signed for another purpose could be used here.",
    },
    ({ claims: { iss, sub } }, { client }) => iss === client?.clientId && sub === client?.clientId,
  ),
  about(
    {
      id: "token.assertion-audience",
      title: "The assertion is meant for this server and for nobody else",
      spec: "RFC 7523bis §4",
      why: "A server the client also talks to could use the assertion here in the client’s name. A token endpoint is no name: any server may claim it.",
    },
    ({ claims: { aud } }, { server }) => {
      const audiences = [aud].flat();
      return audiences.length === 1 && audiences[0] === server.issuer;
    },
  ),
  about(
    {
      id: "token.assertion-time",
      title: "The assertion is valid now, and not for much longer",
      spec: "RFC 7523 §3",
      why: "What is found in a log tomorrow must be worth nothing; and its use has to be remembered only until it expires.",
    },
    ({ claims }, { server }) => isTimely(claims, server.now()),
  ),
  about(
    {
      id: "token.assertion-unused",
      title: "The assertion has a name of its own and is used for the first time",
      spec: "OpenID Connect Core §9",
      why: "Whoever saw the request has seen the assertion, and could send it again while it is valid.",
    },
    async ({ claims: { jti } }, { client, server }) =>
      isName(jti) &&
      isFirstUse(
        server.store,
        { kind: "assertion", id: `${client?.clientId}.${jti}`, lifetime: ASSERTION_WINDOW },
        server.now(),
      ),
  ),
];

/** RFC 7523bis §4, or the one of any JWT; a media type without its beginning (RFC 7515 §4.1.9). */
function isAssertionType(typ: unknown): boolean {
  return typeof typ === "string" && /^(application\/)?(jwt|client-authentication\+jwt)$/i.test(typ);
}

/** It is kept, so it need not be longer. */
function isName(jti: unknown): jti is string {
  return typeof jti === "string" && jti !== "" && jti.length <= 128;
}
