/** The authorization server; everything else about it is read from its metadata (RFC 8414). */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000");

/** The photo API. */
export const photosUrl = new URL(process.env.PHOTOS ?? "/photos", issuer);

export const clientId = "print-legacy";
export const clientSecret = process.env.CLIENT_SECRET ?? "print-legacy-secret-5Tn9";

export const scope = "photos.read";
