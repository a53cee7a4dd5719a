import { ClientSecretBasic, type Client } from "oauth4webapi";

/** The OpenID provider; everything else about it is read from its metadata (OpenID Connect Discovery §4). */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000");

/** Who asks, and how its ID tokens are signed: that is agreed on beforehand, and no token gets to say. */
export const client: Client = {
  client_id: "print-openid",
  id_token_signed_response_alg: "ES256",
};

/** A secret says who is asking, PKCE which login the code belongs to, and the nonce which one the ID token does. */
export const auth = ClientSecretBasic(process.env.CLIENT_SECRET ?? "print-openid-secret-2Vb7");

/** `openid` makes it a sign-in; the others ask for a name and an address (OpenID Connect Core §5.4). */
export const scope = "openid profile email";
