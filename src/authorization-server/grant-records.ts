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

/** Whether the user has allowed the client at least this much before, and not revoked it. */
export async function allowedBefore(
  server: ServerContext,
  { clientId, scope }: Pick<GrantRecord, "clientId" | "scope">,
  subject: string,
): Promise<boolean> {
  const asked = scope.split(" ");
  return (await server.store.list("grant")).some(
    ({ value }) =>
      value.clientId === clientId &&
      value.subject === subject &&
      value.revoked === undefined &&
      asked.every((one) => value.scope.split(" ").includes(one)),
  );
}
