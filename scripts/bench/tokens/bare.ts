import { createHash, randomBytes, randomUUID } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { generateKeyPair, SignJWT } from "jose";
import * as code from "./code.ts";
import { listen } from "./listen.ts";

const KEY_ID = "bare";

/** The least a handler can do: find the code, compare, sign. No checks are reported, nothing can be revoked. */
export async function start(): Promise<code.TokenServer> {
  const { privateKey } = await generateKeyPair("ES256");
  const codes = new Set<string>();
  const refreshTokens = new Set<string>();

  const origin = await listen((issuer) => {
    const app = new Hono();

    async function tokenFor(clientId: string, subject: string, scope: string) {
      const now = Math.floor(Date.now() / 1000);
      const accessToken = await new SignJWT({ client_id: clientId, scope })
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: KEY_ID })
        .setIssuer(issuer)
        .setAudience(code.API)
        .setSubject(subject)
        .setIssuedAt(now)
        .setExpirationTime(now + code.ACCESS_TOKEN_LIFETIME)
        .setJti(randomUUID())
        .sign(privateKey);
      return {
        access_token: accessToken,
        token_type: "Bearer",
        expires_in: code.ACCESS_TOKEN_LIFETIME,
        scope,
      };
    }

    app.post("/token", async (context) => {
      const form = new URLSearchParams(await context.req.text());
      if (form.get("grant_type") === "client_credentials") {
        const proven =
          form.get("client_id") === code.OWN_CLIENT_ID &&
          form.get("client_secret") === code.OWN_SECRET &&
          form.get("scope") === code.OWN_SCOPE;
        if (!proven) return context.json({ error: "invalid_client" }, 401);
        return context.json(await tokenFor(code.OWN_CLIENT_ID, code.OWN_CLIENT_ID, code.OWN_SCOPE));
      }
      const given = form.get("code") ?? "";
      const verifier = form.get("code_verifier") ?? "";
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      const holds =
        form.get("grant_type") === "authorization_code" &&
        form.get("client_id") === code.CLIENT_ID &&
        form.get("redirect_uri") === code.REDIRECT_URI &&
        challenge === code.CHALLENGE &&
        codes.delete(given);
      if (!holds) return context.json({ error: "invalid_grant" }, 400);
      const refreshToken = randomBytes(32).toString("base64url");
      refreshTokens.add(refreshToken);
      const answer = await tokenFor(code.CLIENT_ID, code.SUBJECT, code.SCOPE);
      return context.json({ ...answer, refresh_token: refreshToken });
    });
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    return (incoming, outgoing) => void listener(incoming, outgoing);
  });

  return {
    tokenEndpoint: `${origin}/token`,
    async mint(count) {
      const minted = Array.from({ length: count }, () => randomUUID());
      for (const id of minted) codes.add(id);
      return minted;
    },
  };
}
