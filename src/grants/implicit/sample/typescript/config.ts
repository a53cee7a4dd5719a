/** The authorization server this page was registered with, and the endpoint where users are asked. */
export const issuer = String(import.meta.env.VITE_ISSUER ?? "http://127.0.0.1:9000");
export const authorizationEndpoint = `${issuer}/authorize`;

/** The photo API. */
export const photosUrl = `${issuer}/photos`;

/** A public client: everyone who loads the page can read this. */
export const clientId = "print-implicit";

export const scope = "photos.read";
