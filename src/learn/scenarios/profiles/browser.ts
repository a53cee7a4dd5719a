import { CALLBACK } from "../../../grants/cast.ts";
import { LOGIN_COOKIE } from "../../../grants/authorization-code/backend/answers.ts";
import { SESSION_COOKIE } from "../../../grants/steps/client-pages.ts";
import { AUDIENCE, HOURS, MINUTES, type Profile, READ_PHOTOS, REASONS } from "../profile.ts";

/** RFC 10017 §6.1.3.2. */
const COOKIE = `${SESSION_COOKIE}; Secure; HttpOnly; SameSite=Strict; Path=/`;

/** As long as a sign-in may take; a Strict cookie would not come back with the redirect. */
const LOGIN = `${LOGIN_COOKIE}; Secure; HttpOnly; SameSite=Lax; Path=/; Max-Age=600`;

const LAX_LOGIN =
  "A Strict cookie does not come along when the authorization server sends the browser back. So a second one, Lax and short-lived, leads to state and verifier, and goes when the session begins.";

/** A page without a server (RFC 10017 §6.3). */
export const pageProfile: Profile = {
  settings: {
    version: 1,
    name: "single-page-app",
    grant: "authorization-code",
    variant: "public-pkce",
    accessToken: { lifetime: 15 * MINUTES, audience: AUDIENCE },
    refreshToken: { idleLifetime: 2 * HOURS, absoluteLifetime: 8 * HOURS, rotation: true },
    storage: {
      accessToken: "memory of the page",
      refreshToken: "memory of a worker",
      sessionCookie: null,
    },
    clientAuthentication: "none",
    pkce: "S256",
    redirectUris: [CALLBACK],
    scopes: [READ_PHOTOS],
    senderConstraint: "none",
    registration: {
      client_name: "Print",
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      scope: READ_PHOTOS,
      application_type: "web",
    },
  },
  reasons: {
    accessToken: REASONS.shortLived,
    refreshToken:
      "Rotated or sender-constrained; ended after a time, or when unused; its end not moved by a rotation. All three are MUSTs for browsers (RFC 10017 §6.3.2.3).",
    storage:
      "Memory is lost on reload, and that is the point: localStorage is read by every script of the origin (RFC 10017 §8). A worker keeps the refresh token from other scripts. It does not keep a hostile one from signing in silently (RFC 10017 §5.1.3).",
    clientAuthentication:
      "Whatever a page is sent, its user can read. A secret in it proves nothing (RFC 10017 §6.3.3.1).",
    pkce: REASONS.pkcePublic,
    redirectUris: REASONS.exactUri,
    scopes: REASONS.leastScope,
    senderConstraint: `${REASONS.unbound} In a browser it does not stop a hostile script, which can bind new tokens to a key of its own (RFC 10017 §6.3.4.2).`,
  },
};

/** A page whose server holds the tokens and forwards its requests (RFC 10017 §6.1). */
export const bffProfile: Profile = {
  settings: {
    ...pageProfile.settings,
    name: "single-page-app-with-bff",
    variant: "bff",
    refreshToken: { idleLifetime: 2 * HOURS, absoluteLifetime: 8 * HOURS, rotation: false },
    storage: {
      accessToken: "server",
      refreshToken: "server",
      sessionCookie: COOKIE,
      loginCookie: LOGIN,
    },
    clientAuthentication: "client_secret_basic",
    registration: {
      ...pageProfile.settings.registration,
      token_endpoint_auth_method: "client_secret_basic",
    },
  },
  reasons: {
    accessToken: REASONS.shortLived,
    refreshToken: `${REASONS.keptRefresh} Let the session live as long as it does (RFC 10017 §6.1.2.2).`,
    storage: `No token reaches the browser. Its cookie must be Secure and HttpOnly, should be SameSite=Strict, and its name should say it was set over HTTP (RFC 10017 §6.1.3.2). ${LAX_LOGIN}`,
    clientAuthentication: `The BFF must be a confidential client (RFC 10017 §6.1.3.1). ${REASONS.secretKept}`,
    pkce: REASONS.pkceConfidential,
    redirectUris: REASONS.exactUri,
    scopes: REASONS.leastScope,
    senderConstraint: REASONS.unbound,
  },
};

/** A page whose server gets the tokens and hands it the access token (RFC 10017 §6.2). */
export const mediatingProfile: Profile = {
  settings: {
    ...bffProfile.settings,
    name: "single-page-app-with-token-mediating-backend",
    variant: "token-mediating",
    storage: { ...bffProfile.settings.storage, accessToken: "memory of the page" },
  },
  reasons: {
    ...bffProfile.reasons,
    storage: `The page asks its server for an access token when it needs one, so it keeps none beyond its memory (RFC 10017 §6.2.4.3). The refresh token stays on the server. ${LAX_LOGIN}`,
    clientAuthentication: `The backend must be a confidential client (RFC 10017 §6.2.3.1). ${REASONS.secretKept}`,
    senderConstraint:
      "Not with DPoP: the server gets the token and the page uses it, which RFC 9449 does not provide for (RFC 10017 §6.2.4.3).",
  },
};
