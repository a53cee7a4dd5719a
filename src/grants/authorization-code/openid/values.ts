import type { ValueFacts } from "../../../flow/define-flow.ts";

/** What OpenID Connect adds to the values of a walk. */
export const openIdValues = {
  nonce: {
    title: "nonce",
    what: "Ties the ID token to the request (OpenID Connect Core §2)",
    tone: "binding",
    tracked: true,
  },
  id_token: {
    title: "ID token",
    what: "Tells the client who signed in (OpenID Connect Core §2)",
    tone: "token",
    tracked: true,
  },
  jwks: {
    title: "keys",
    what: "The authorization server’s public keys (RFC 7517 §5)",
    tone: "plain",
    tracked: false,
  },
  subject: {
    title: "sub",
    what: "Who signed in, by an identifier that is never given to anybody else",
    tone: "plain",
    tracked: false,
  },
  claims: {
    title: "claims",
    what: "What the authorization server says of the user",
    tone: "plain",
    tracked: false,
  },
} satisfies Record<string, ValueFacts>;
