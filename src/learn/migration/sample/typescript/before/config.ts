/** The authorization server this page was registered with. */
export const issuer = String(import.meta.env.VITE_ISSUER ?? "http://127.0.0.1:9000");
export const authorizationEndpoint = `${issuer}/authorize`;

/** The photo API. */
export const photosUrl = `${issuer}/photos`;

/** A public client: everyone who loads the page can read this. */
export const clientId = "print-implicit";

export const redirectUri = `${location.origin}/callback`;

export const scope = "photos.read";
