import type { Client } from "oauth4webapi";

/** The authorization server; everything else about it is read from its metadata (RFC 8414). */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000");

/** The photo API this client was built for. */
export const photosUrl = new URL(process.env.PHOTOS ?? "/photos", issuer);

/** A public client: whoever owns the device can read what is on it (RFC 8628 §5.6). */
export const client: Client = { client_id: process.env.CLIENT_ID ?? "print-frame" };

/** What the client asks for. Ask for what you use, no more. */
export const scope = "photos.read";
