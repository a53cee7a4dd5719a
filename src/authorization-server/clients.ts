import type { Client, ServerContext } from "./ports.ts";

/** The client of that id, the operator's own first. */
export async function findClient(server: ServerContext, id: string): Promise<Client | undefined> {
  return (
    server.clients.find(({ clientId }) => clientId === id) ??
    (await server.store.get("client", id))?.value
  );
}

/** Whether the operator set the client up: only then are its redirect URIs trusted (RFC 9700 §4.11.2). */
export function isTrusted(server: ServerContext, client: Client): boolean {
  return server.clients.some(({ clientId }) => clientId === client.clientId);
}

/** Whether a refresh token stays the same when it is used: never a public client's (RFC 9700 §4.14.2). */
export function keepsRefreshToken(client: Client): boolean {
  return client.refreshTokens === "keep" && client.authMethod !== "none";
}

/** Public clients always need PKCE (RFC 9700 §2.1.1). */
export function needsPkce(client: Client): boolean {
  return client.requirePkce || client.authMethod === "none";
}
