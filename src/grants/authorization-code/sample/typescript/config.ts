import { ClientSecretBasic, None, type Client, type ClientAuth } from "oauth4webapi";

/** What the authorization server's operator and the client's developer agreed on beforehand. */
export interface Registration {
  readonly client: Client;
  /** How the client authenticates at the token endpoint (RFC 6749 §2.3). */
  readonly auth: ClientAuth;
}

/** A public client: it runs on the user's machine, so it holds nothing that could be called a secret. */
const publicClient: Registration = {
  client: { client_id: "print-page" },
  auth: None(),
};

/** A confidential client: a secret says who is asking, and PKCE says which login the code belongs to. */
const confidentialClient: Registration = {
  client: { client_id: "print-server" },
  auth: ClientSecretBasic(process.env.CLIENT_SECRET ?? "print-server-secret-9Kx4"),
};

/** The authorization server; everything else about it is read from its metadata (RFC 8414). */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000");

/** The photo API this client was built for. */
export const photosUrl = new URL(process.env.PHOTOS ?? "/photos", issuer);

/** What the client asks for. Ask for what you use, no more. */
export const scope = "photos.read";

/** `CLIENT=confidential npm start` runs as the client with a secret. */
export const registration =
  process.env.CLIENT === "confidential" ? confidentialClient : publicClient;
