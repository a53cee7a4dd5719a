import { randomUUID } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { createAuthorizationServer } from "../../../src/authorization-server/create.ts";
import type { AuthorizationRecords } from "../../../src/authorization-server/records.ts";
import { grantClients, grantServers } from "../../../src/grants/servers.ts";
import { newSigningKeys } from "../../../src/node/keys.ts";
import { memoryStore } from "../../../src/store/memory.ts";
import { people } from "../../../src/world/defaults.ts";
import * as code from "./code.ts";
import { listen } from "./listen.ts";

/** Grantlab's authorization server, put together as `npm run as` does. */
export async function start(): Promise<code.TokenServer> {
  const keys = await newSigningKeys();
  const store = memoryStore<AuthorizationRecords>();
  const now = () => Math.floor(Date.now() / 1000);
  const origin = await listen((issuer) => {
    const server = createAuthorizationServer({
      issuer,
      store,
      keys,
      now,
      people,
      clients: grantClients,
      grants: grantServers,
      resource: {
        identifier: code.API,
        scopes: ["photos.read", "photos.write"],
        clientScopes: [code.OWN_SCOPE],
      },
    });
    const listener = getRequestListener((request) => server.fetch(request), {
      overrideGlobalObjects: false,
    });
    return (incoming, outgoing) => void listener(incoming, outgoing);
  });

  async function mintOne(): Promise<string> {
    const [id, grantId] = [randomUUID(), randomUUID()];
    const { CLIENT_ID: clientId, SCOPE: scope, SUBJECT: subject } = code;
    await store.put("grant", grantId, { clientId, subject, scope });
    await store.put("code", id, {
      grantId,
      clientId,
      scope,
      redirectUri: code.REDIRECT_URI,
      redirectUriSent: true,
      challenge: { value: code.CHALLENGE, method: "S256" },
      expiresAt: now() + code.CODE_LIFETIME,
    });
    return id;
  }

  return {
    tokenEndpoint: `${origin}/token`,
    mint: (count) => Promise.all(Array.from({ length: count }, mintOne)),
  };
}
