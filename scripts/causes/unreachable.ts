import type { Answered } from "../../src/learn/errors/cause.ts";
import { CLIENT, PAGE } from "../../src/learn/errors/answers.ts";

interface Unreachable extends Answered {
  /** Why no walk leads there: one sentence. */
  readonly reason: string;
}

const NO_REGISTRATION =
  "No walk registers a client. Send such a request to the /register of npm run as.";
const NO_KEY =
  "Whatever is changed in an assertion breaks its signature, which is checked first; no walk signs a wrong one.";
const NO_PROOFS = "No walk binds tokens to a key.";
const SIGNED =
  "Whatever is changed in a token breaks its signature, which is checked first; no walk has a signed token of this kind.";
const ID_TOKEN =
  "The authorization server of the walks signs no such ID token, and what is changed on the way breaks the signature.";
const ONLY_FORGED =
  "Only a request from outside the walk would get here: a walk goes on by the server’s own pages.";

const at = (where: string, code: string, status: number) => (reason: string) => ({
  where,
  code,
  status,
  reason,
});
const registration = (code: string) => at("/register", code, 400)(NO_REGISTRATION);
const page = (where: string) => at(where, PAGE, 400);
const client = at(CLIENT, CLIENT, 0);
const badClient = at("/token", "invalid_client", 401)(NO_KEY);
const badToken = at("api", "invalid_token", 401);

/** Answers of checks that no link leads to, by the id of the check. */
export const unreachable: Readonly<Record<string, readonly Unreachable[]>> = {
  "authorize.redirect-uri-named": [
    at(
      "/authorize",
      "invalid_request",
      303,
    )("The clients of the walks have several redirect URIs, so leaving it out is refused before."),
  ],
  "login.browser": [page("/login")(ONLY_FORGED)],
  "consent.browser": [page("/consent")(ONLY_FORGED)],
  "consent.signed-in": [page("/consent")(ONLY_FORGED)],
  "consent.signed-in-anew": [page("/consent")(ONLY_FORGED)],
  "consent.expected-user": [
    page("/consent")("No walk sends an ID token as a hint of whom it means."),
  ],
  "consent.unspent": [
    page("/consent")("A walk goes on once the form was answered; it does not send it twice."),
  ],
  "token.assertion-purpose": [badClient],
  "token.assertion-subject": [badClient],
  "token.assertion-audience": [badClient],
  "token.client-confidential": [
    at(
      "/token",
      "unauthorized_client",
      400,
    )("No public client is registered for this grant, so another check refuses it before."),
  ],
  "token.refresh-key": [at("/token", "invalid_grant", 400)(NO_PROOFS)],
  "device.no-sign-in": [
    at(
      "/device_authorization",
      "invalid_scope",
      400,
    )(
      "No device of the walks is registered for the scope openid, so another check refuses it before.",
    ),
  ],
  "userinfo.grant-live": [
    at("/userinfo", "invalid_token", 401)("No walk revokes what a sign-in gave before it asks."),
  ],
  "userinfo.proof": [at("/userinfo", "invalid_dpop_proof", 401)(NO_PROOFS)],
  "userinfo.scope": [
    at(
      "/userinfo",
      "insufficient_scope",
      403,
    )("Without openid there is no ID token, and the walk of a sign-in ends before it asks."),
  ],
  "register.well-formed": [registration("invalid_client_metadata")],
  "register.metadata": [registration("invalid_client_metadata")],
  "register.redirect-uris": [registration("invalid_redirect_uri")],
  "register.supported": [registration("invalid_client_metadata")],
  "register.consistent": [registration("invalid_client_metadata")],
  "register.credentials": [registration("invalid_client_metadata")],
  "register.keys": [registration("invalid_client_metadata")],
  "api.type": [badToken(SIGNED)],
  "api.issuer": [badToken(SIGNED)],
  "api.claims": [badToken(SIGNED)],
  "api.proof": [at("api", "invalid_dpop_proof", 401)(NO_PROOFS)],
  "api.subject": [
    at(
      "api",
      "insufficient_scope",
      403,
    )(
      "A link cannot change the path of a request, so no token of a client meets photos of a user.",
    ),
  ],
  "api.active": [
    at(
      "api",
      "temporarily_unavailable",
      503,
    )("The authorization server of the walks always answers."),
  ],
  "api.signature": [
    at(
      "api",
      "temporarily_unavailable",
      503,
    )("The authorization server of the walks always answers."),
  ],
  "client.token": [
    client("The answer comes in a fragment, which no request carries and no link can edit."),
  ],
  "client.known-session": [client("The browser adds the cookie by itself; no link can edit it.")],
  "client.route": [client("A link cannot change the path of a request.")],
  "client.id-token-present": [client(ID_TOKEN)],
  "client.id-token-signature": [client(ID_TOKEN)],
  "client.id-token-iss": [client(ID_TOKEN)],
  "client.id-token-aud": [client(ID_TOKEN)],
  "client.id-token-iat": [client(ID_TOKEN)],
  "client.id-token-at-hash": [client(ID_TOKEN)],
  "client.userinfo-sub": [
    client("The authorization server of the walks speaks of one user at a time."),
  ],
};
