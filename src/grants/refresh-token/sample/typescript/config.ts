import type { Client } from "oauth4webapi";

/** The authorization server; everything else about it is read from its metadata (RFC 8414). */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000");

/** The photo API this client was built for. */
export const photosUrl = new URL(process.env.PHOTOS ?? "/photos", issuer);

/** A public client: it runs on the user's machine, so it holds nothing that could be called a secret. */
export const client: Client = { client_id: "print-page" };

/** What the client asks for. Ask for what you use, no more. */
export const scope = "photos.read";

/** Where the tokens lie between two runs. A real program uses the key store of the system. */
export const tokensFile = process.env.TOKENS ?? "tokens.json";
