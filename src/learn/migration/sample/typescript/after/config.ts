/** The authorization server this page was registered with; its endpoints are in its metadata. */
export const issuer = String(import.meta.env.VITE_ISSUER ?? "http://127.0.0.1:9000");

/** The photo API. */
export const photosUrl = `${issuer}/photos`;

/** A public client, and another one than before: the server can tell old pages from new ones. */
export const clientId = "print-page";

export const redirectUri = `${location.origin}/callback`;

export const scope = "photos.read";
