/** The authorization server whose tokens this API accepts. */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000").origin;

/** What tokens for this API name as their audience (RFC 9068 §2.2). */
export const audience = process.env.AUDIENCE ?? issuer;

/** Where that server publishes its keys; `jwks_uri` in its metadata (RFC 8414 §2). */
export const jwksUri = new URL(process.env.JWKS ?? "/jwks", issuer);

export const port = Number(process.env.PORT ?? "9100");
