import { DEVICE_CODE } from "../../../grants/cast.ts";
import { AUDIENCE, DAYS, MINUTES, type Profile, READ_PHOTOS, REASONS } from "../profile.ts";

/** A device without a keyboard (RFC 8628). */
export const deviceProfile: Profile = {
  settings: {
    version: 1,
    name: "television",
    grant: "device-code",
    variant: "frame",
    accessToken: { lifetime: 15 * MINUTES, audience: AUDIENCE },
    refreshToken: { idleLifetime: 30 * DAYS, absoluteLifetime: 180 * DAYS, rotation: true },
    storage: {
      accessToken: "memory of the process",
      refreshToken: "private files of the device",
      sessionCookie: null,
    },
    clientAuthentication: "none",
    pkce: null,
    redirectUris: [],
    scopes: [READ_PHOTOS],
    senderConstraint: "none",
    registration: {
      client_name: "Print on your television",
      token_endpoint_auth_method: "none",
      grant_types: [DEVICE_CODE, "refresh_token"],
      response_types: [],
      scope: READ_PHOTOS,
      application_type: "native",
    },
  },
  reasons: {
    accessToken: REASONS.shortLived,
    refreshToken: `${REASONS.publicRefresh} Typing a code again is a burden, so both limits are generous.`,
    storage:
      "Where the device has a key store, use it. Whoever takes the device apart has the token: give people a page to end it.",
    clientAuthentication:
      "Whoever owns a device can take it apart, so what all of them share is no secret (RFC 8628 §5.6).",
    pkce: "There is no redirect, and so no code that travels through a browser (RFC 8628 §3.4).",
    redirectUris: "Nothing comes back through a browser; the device polls (RFC 8628 §3.4).",
    scopes: REASONS.leastScope,
    senderConstraint: REASONS.unbound,
  },
};

/** A program in a terminal of a machine without a browser. */
export const remoteCliProfile: Profile = {
  settings: {
    ...deviceProfile.settings,
    name: "command-line-program-without-browser",
    refreshToken: { idleLifetime: 7 * DAYS, absoluteLifetime: 30 * DAYS, rotation: true },
    registration: {
      ...deviceProfile.settings.registration,
      client_name: "Print on the command line",
    },
  },
  reasons: {
    ...deviceProfile.reasons,
    refreshToken: REASONS.publicRefresh,
    storage:
      "A file only its user may read is often all there is. Keep its limits short, and offer a command that signs out.",
    clientAuthentication:
      "Whoever has the program can read what is in it, so a secret in it is no secret (RFC 8252 §8.5).",
  },
};
