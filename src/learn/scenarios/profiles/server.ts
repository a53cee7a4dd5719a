import { CALLBACK, JOBS_SCOPE, PRINT } from "../../../grants/cast.ts";
import { SESSION_COOKIE } from "../../../grants/steps/client-pages.ts";
import { AUDIENCE, DAYS, MINUTES, type Profile, READ_PHOTOS, REASONS } from "../profile.ts";

const KEYS = `${PRINT}/oauth/jwks.json`;

/** A web application with a server of its own. */
export const webProfile: Profile = {
  settings: {
    version: 1,
    name: "web-application",
    grant: "authorization-code",
    variant: "secret-pkce",
    accessToken: { lifetime: 15 * MINUTES, audience: AUDIENCE },
    refreshToken: { idleLifetime: 30 * DAYS, absoluteLifetime: 90 * DAYS, rotation: false },
    storage: {
      accessToken: "server",
      refreshToken: "server",
      sessionCookie: `${SESSION_COOKIE}; Secure; HttpOnly; SameSite=Lax; Path=/`,
    },
    clientAuthentication: "client_secret_basic",
    pkce: "S256",
    redirectUris: [CALLBACK],
    scopes: [READ_PHOTOS],
    senderConstraint: "none",
    registration: {
      client_name: "Print",
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: "client_secret_basic",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      scope: READ_PHOTOS,
      application_type: "web",
    },
  },
  reasons: {
    accessToken: REASONS.shortLived,
    refreshToken: REASONS.keptRefresh,
    storage:
      "Tokens stay on the server, encrypted at rest. The browser holds a session that means nothing elsewhere.",
    clientAuthentication: REASONS.secretKept,
    pkce: REASONS.pkceConfidential,
    redirectUris: REASONS.exactUri,
    scopes: REASONS.leastScope,
    senderConstraint: REASONS.unbound,
  },
};

/** A web application that signs people in. */
export const signInProfile: Profile = {
  settings: { ...webProfile.settings, name: "web-sign-in", variant: "openid-connect" },
  reasons: webProfile.reasons,
};

/** An agent that runs on a server, for many people. */
export const hostedAgentProfile: Profile = {
  settings: {
    ...webProfile.settings,
    name: "hosted-agent",
    resource: AUDIENCE,
    clientAuthentication: "private_key_jwt",
    registration: {
      ...webProfile.settings.registration,
      client_name: "Print’s agent",
      token_endpoint_auth_method: "private_key_jwt",
      jwks_uri: KEYS,
    },
  },
  reasons: {
    ...webProfile.reasons,
    accessToken:
      "For one MCP server only, which MUST refuse tokens for others (MCP 2026-07-28, authorization; RFC 8707 §2).",
    clientAuthentication: `${REASONS.keySigns} It also works with a client ID metadata document, which anybody can read (MCP 2026-07-28, client registration).`,
    scopes:
      "Those the server asks for in its 401, and more only when it asks in a 403 (MCP 2026-07-28, authorization).",
  },
};

/** A program without a user, which signs with a key. */
export const keyServiceProfile: Profile = {
  settings: {
    version: 1,
    name: "service-to-service",
    grant: "client-credentials",
    variant: "private-key-jwt",
    accessToken: { lifetime: 15 * MINUTES, audience: AUDIENCE },
    refreshToken: null,
    storage: { accessToken: "memory of the process", refreshToken: null, sessionCookie: null },
    clientAuthentication: "private_key_jwt",
    pkce: null,
    redirectUris: [],
    scopes: [JOBS_SCOPE],
    senderConstraint: "none",
    registration: {
      client_name: "Print’s nightly job",
      token_endpoint_auth_method: "private_key_jwt",
      grant_types: ["client_credentials"],
      response_types: [],
      scope: JOBS_SCOPE,
      jwks_uri: KEYS,
    },
  },
  reasons: {
    accessToken: REASONS.shortLived,
    refreshToken:
      "None SHOULD be issued: the credentials get a new access token any time (RFC 6749 §4.4.3).",
    storage:
      "The access token lives in memory and is asked for again after a restart. What must be guarded is the private key.",
    clientAuthentication: REASONS.keySigns,
    pkce: "There is no code to protect: one request gets the token (RFC 6749 §4.4.2).",
    redirectUris: "Nothing comes back through a browser (RFC 6749 §4.4).",
    scopes: `${REASONS.leastScope} They are the client’s own; no user has consented to anything.`,
    senderConstraint: `${REASONS.unbound} A service that has a key already is nearly there.`,
  },
};

/** The same with a secret. */
export const secretServiceProfile: Profile = {
  settings: {
    ...keyServiceProfile.settings,
    name: "service-with-secret",
    variant: "basic",
    clientAuthentication: "client_secret_basic",
    registration: {
      client_name: "Print’s nightly job",
      token_endpoint_auth_method: "client_secret_basic",
      grant_types: ["client_credentials"],
      response_types: [],
      scope: JOBS_SCOPE,
    },
  },
  reasons: {
    ...keyServiceProfile.reasons,
    storage:
      "The access token lives in memory. What must be guarded is the secret: in a secret store, not in the image and not in the repository.",
    clientAuthentication:
      "In the header, since RFC 6749 §2.3.1 does not recommend the body. A secret must be changed from time to time; a key would be better (RFC 9700 §2.5).",
    senderConstraint: REASONS.unbound,
  },
};
