import { type Check, runChecks } from "../../oauth/checks.ts";
import { clientChecks, type ClientFacts } from "../checks/client.ts";
import { readClientRequest } from "../client-request.ts";
import { revokeGrant } from "../grant-records.ts";
import type { ServerContext, TokenRefusal } from "../ports.ts";
import { tokenError } from "../token-refusal.ts";
import { accessTokenId } from "./introspect.ts";

/** What the token to revoke turned out to be. */
type Found =
  | { readonly kind: "refresh_token"; readonly clientId: string; readonly grantId: string }
  | { readonly kind: "access_token"; readonly clientId: string; readonly id: string };

interface Facts extends ClientFacts {
  readonly found: Found | undefined;
}

/** What a revocation has to pass (RFC 7009 §2.1). */
export const revokeChecks: readonly Check<Facts, TokenRefusal>[] = [
  ...clientChecks,
  {
    id: "revoke.token-present",
    title: "The request carries a token",
    spec: "RFC 7009 §2.1",
    why: "Without it there is nothing to revoke.",
    refuse: ({ parameters }) =>
      parameters.get("token") === undefined ? { reason: "missing", parameter: "token" } : undefined,
  },
  {
    id: "revoke.token-client",
    title: "The token was issued to this client",
    spec: "RFC 7009 §2.1",
    why: "Otherwise one client could sign another one's users out.",
    refuse: ({ found, client }) =>
      found === undefined || found.clientId === client?.clientId
        ? undefined
        : { reason: "of_another_client" },
  },
];

/** POST /revoke (RFC 7009): 200 for an unknown token; a refresh token takes everything of its grant with it. */
export async function revoke(request: Request, server: ServerContext): Promise<Response> {
  const read = await readClientRequest(request, server);
  const found = await find(server, read.parameters.get("token") ?? "");
  const { refusal, results } = await runChecks(revokeChecks, { ...read, found });
  server.report(results);
  if (refusal !== undefined) return tokenError(refusal);
  if (found?.kind === "refresh_token") await revokeGrant(server, found.grantId, "client asked");
  if (found?.kind === "access_token")
    await server.store.spend("access_token", found.id, server.now());
  return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
}

async function find(server: ServerContext, token: string): Promise<Found | undefined> {
  const refresh = (await server.store.get("refresh_token", token))?.value;
  if (refresh !== undefined) {
    return { kind: "refresh_token", clientId: refresh.clientId, grantId: refresh.grantId };
  }
  const id = await accessTokenId(server, token);
  const access = id === undefined ? undefined : (await server.store.get("access_token", id))?.value;
  if (id === undefined || access === undefined) return undefined;
  return { kind: "access_token", clientId: access.clientId, id };
}
