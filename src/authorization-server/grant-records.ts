import type { GrantRecord, ServerContext } from "./ports.ts";

/** Ends everything a grant ever gave, in one write; the first reason stays. */
export function revokeGrant(
  server: ServerContext,
  grantId: string,
  reason: NonNullable<GrantRecord["revoked"]>["reason"],
): Promise<void> {
  const revoked = { at: server.now(), reason };
  return server.store.update("grant", grantId, (grant) => ({ revoked, ...grant }));
}

/** The grant, unless it was revoked. */
export async function liveGrant(
  server: ServerContext,
  grantId: string,
): Promise<GrantRecord | undefined> {
  const grant = (await server.store.get("grant", grantId))?.value;
  return grant?.revoked === undefined ? grant : undefined;
}
