import { type Client, ClientSecretBasic } from "oauth4webapi";

/** The authorization server; everything else about it is read from its metadata (RFC 8414). */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000");

/** A confidential client: its secret never leaves this server. */
export const client: Client = { client_id: "print-bff" };
export const auth = ClientSecretBasic(process.env.CLIENT_SECRET ?? "print-bff-secret-6Gm3");

/** What the client asks for. Ask for what you use, no more. */
export const scope = "photos.read";

/** Everything the page may have passed on, and where to. A proxy without a list takes the token anywhere. */
export const routes: Readonly<Record<string, URL>> = {
  "/api/photos": new URL(process.env.PHOTOS ?? "/photos", issuer),
};

/** Seconds until a user has to log in again. Longer than the refresh token lives is of no use. */
export const sessionLifetime = Number(process.env.SESSION_LIFETIME ?? "28800");

export const port = Number(process.env.PORT ?? "9200");
