import * as v from "valibot";

const seconds = v.pipe(v.number(), v.integer(), v.minValue(1));
const names = v.array(v.pipe(v.string(), v.minLength(1)));

/** Client metadata (RFC 7591 §2; `application_type` and `id_token_signed_response_alg` are of OpenID Connect Registration §2). */
const Registration = v.strictObject({
  client_name: v.string(),
  redirect_uris: v.exactOptional(names),
  token_endpoint_auth_method: v.picklist(["none", "client_secret_basic", "private_key_jwt"]),
  grant_types: names,
  response_types: names,
  scope: v.string(),
  application_type: v.exactOptional(v.picklist(["web", "native"])),
  jwks_uri: v.exactOptional(v.pipe(v.string(), v.url())),
  id_token_signed_response_alg: v.exactOptional(v.literal("ES256")),
});

/** Where a client keeps a token. */
const Place = v.picklist([
  "memory of the page",
  "memory of a worker",
  "server",
  "key store of the system",
  "private files of the device",
  "memory of the process",
]);

/** The shape of the configuration file of a client, which is taken along. Times are in seconds. */
export const SettingsFile = v.strictObject({
  version: v.literal(1),
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/)),
  /** Ids of the walk that shows it. */
  grant: v.string(),
  variant: v.string(),
  /** `resource` of the authorization request and of every token request (RFC 8707 §2), where it is demanded. */
  resource: v.exactOptional(v.pipe(v.string(), v.url())),
  accessToken: v.strictObject({ lifetime: seconds, audience: v.pipe(v.string(), v.url()) }),
  /** How an ID token is asked for and checked, where people sign in (OpenID Connect Core §3.1.3.7). */
  idToken: v.exactOptional(
    v.strictObject({
      issuer: v.pipe(v.string(), v.url()),
      signedWith: v.literal("ES256"),
      /** A fresh one in every authorization request. */
      nonce: v.literal(true),
      /** Claims that are checked, beside the signature. */
      claims: names,
    }),
  ),
  /** Nothing where none is issued. */
  refreshToken: v.nullable(
    v.strictObject({ idleLifetime: seconds, absoluteLifetime: seconds, rotation: v.boolean() }),
  ),
  storage: v.strictObject({
    accessToken: Place,
    refreshToken: v.nullable(Place),
    /** What the browser holds instead of tokens, where it holds none. */
    sessionCookie: v.nullable(v.string()),
    /** What leads to state and verifier while the browser is away, where the session’s cookie would not come back. */
    loginCookie: v.exactOptional(v.string()),
  }),
  clientAuthentication: v.picklist(["none", "client_secret_basic", "private_key_jwt"]),
  pkce: v.nullable(v.literal("S256")),
  redirectUris: names,
  scopes: names,
  senderConstraint: v.picklist(["none", "DPoP", "mTLS"]),
  /** What the client is registered with. */
  registration: Registration,
});

/** The settings of a client, as its configuration file has them. */
export type Settings = v.InferOutput<typeof SettingsFile>;

/** The settings as a file to take away. */
export function settingsText(settings: Settings): string {
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}
