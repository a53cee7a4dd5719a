import { readFile } from "node:fs/promises";
import { type Client, type ClientAuth, ClientSecretBasic, PrivateKeyJwt } from "oauth4webapi";

/** What the authorization server's operator and the client's developer agreed on beforehand. */
export interface Registration {
  readonly client: Client;
  /** How the client authenticates at the token endpoint (RFC 6749 §2.3, RFC 7523 §2.2). */
  readonly auth: ClientAuth;
}

/** The authorization server; everything else about it is read from its metadata (RFC 8414). */
export const issuer = new URL(process.env.ISSUER ?? "http://127.0.0.1:9000");

/** The API this job was built for. */
export const jobsUrl = new URL(process.env.JOBS ?? "/print-jobs", issuer);

/** What the job asks for. Ask for what you use, no more. */
export const scope = "jobs.read";

/** `CLIENT_KEY=key.pem npm start` signs with that private key; otherwise the job sends its secret. */
export async function register(): Promise<Registration> {
  const file = process.env.CLIENT_KEY;
  if (file !== undefined) return signing(file);
  return {
    client: { client_id: "print-nightly" },
    auth: ClientSecretBasic(process.env.CLIENT_SECRET ?? "print-nightly-secret-3Ws6"),
  };
}

// #region assert
/** Signs a new assertion for every request: its own jti, the issuer as its audience, good for a minute. */
async function signing(file: string): Promise<Registration> {
  const pem = await readFile(file, "utf8");
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
  return { client: { client_id: "print-nightly-key" }, auth: PrivateKeyJwt(key) };
}
// #endregion
