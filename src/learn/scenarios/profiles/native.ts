import { LOOPBACK_CALLBACK, PRINT } from "../../../grants/cast.ts";
import { AUDIENCE, DAYS, MINUTES, type Profile, READ_PHOTOS, REASONS } from "../profile.ts";

/** An address that belongs to the app: the system asks the site whose app it is (RFC 8252 §7.2). */
const CLAIMED = `${PRINT}/app/callback`;

const APP_SECRET =
  "Whoever has the app can read what is in it, so a secret in it is no secret (RFC 8252 §8.5).";

/** An app of a phone (RFC 8252). */
export const mobileProfile: Profile = {
  settings: {
    version: 1,
    name: "mobile-app",
    grant: "authorization-code",
    variant: "native-app",
    accessToken: { lifetime: 15 * MINUTES, audience: AUDIENCE },
    refreshToken: { idleLifetime: 30 * DAYS, absoluteLifetime: 90 * DAYS, rotation: true },
    storage: {
      accessToken: "memory of the process",
      refreshToken: "key store of the system",
      sessionCookie: null,
    },
    clientAuthentication: "none",
    pkce: "S256",
    redirectUris: [CLAIMED],
    scopes: [READ_PHOTOS],
    senderConstraint: "none",
    registration: {
      client_name: "Print for phones",
      redirect_uris: [CLAIMED],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      scope: READ_PHOTOS,
      application_type: "native",
    },
  },
  reasons: {
    accessToken: REASONS.shortLived,
    refreshToken: REASONS.publicRefresh,
    storage:
      "The refresh token is what a thief wants. The system’s key store keeps it from other apps and, where it can, from copies of the disk.",
    clientAuthentication: APP_SECRET,
    pkce: `${REASONS.pkcePublic} On phones another app may receive the answer (RFC 8252 §8.1).`,
    redirectUris:
      "A claimed https address is preferred: the system makes sure whose app it is, which no private-use scheme can (RFC 8252 §7.2).",
    scopes: REASONS.leastScope,
    senderConstraint: `${REASONS.unbound} A phone’s key store can hold the key so that it cannot be copied.`,
  },
};

/** A program people run in a terminal, on a machine with a browser. */
export const cliProfile: Profile = {
  settings: {
    ...mobileProfile.settings,
    name: "command-line-program",
    refreshToken: { idleLifetime: 7 * DAYS, absoluteLifetime: 30 * DAYS, rotation: true },
    redirectUris: [LOOPBACK_CALLBACK],
    registration: {
      ...mobileProfile.settings.registration,
      client_name: "Print on the command line",
      redirect_uris: [LOOPBACK_CALLBACK],
    },
  },
  reasons: {
    ...mobileProfile.reasons,
    storage:
      "Most systems have a key store. A file in the home directory is read by every program of the user, and ends up in backups.",
    pkce: `${REASONS.pkcePublic} Other programs of the machine may see the answer (RFC 8252 §8.1).`,
    redirectUris:
      "The loopback address, at whatever port is free: the server must allow any (RFC 8252 §7.3). The name localhost is NOT RECOMMENDED (RFC 8252 §8.3).",
    senderConstraint: REASONS.unbound,
  },
};

/** An agent on the user’s own machine, which calls MCP servers. */
export const agentProfile: Profile = {
  settings: {
    ...cliProfile.settings,
    name: "mcp-client",
    resource: AUDIENCE,
    registration: { ...cliProfile.settings.registration, client_name: "Print’s agent" },
  },
  reasons: {
    ...cliProfile.reasons,
    accessToken:
      "For one MCP server only, which MUST refuse tokens for others (MCP 2026-07-28, authorization; RFC 8707 §2).",
    refreshToken:
      "Public clients’ refresh tokens MUST be rotated (MCP 2026-07-28, security considerations). A limit ends an agent nobody uses any more.",
    redirectUris: `${cliProfile.reasons.redirectUris} MCP asks for localhost or https, and shows 127.0.0.1 in its own example (MCP 2026-07-28, client registration).`,
    pkce: "A MUST. The client also refuses to go on if the metadata name no `code_challenge_methods_supported` (MCP 2026-07-28, security considerations).",
    scopes:
      "Those the server asks for in its 401, and more only when it asks in a 403 (MCP 2026-07-28, authorization).",
  },
};
