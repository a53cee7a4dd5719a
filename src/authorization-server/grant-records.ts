import type { ServerContext } from "./ports.ts";
import type { GrantRecord } from "./records.ts";

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

/** The id of a grant by which the user allowed the client at least this much, unless all were revoked. */
export async function grantedBefore(
  server: ServerContext,
  { clientId, scope }: Pick<GrantRecord, "clientId" | "scope">,
  subject: string,
): Promise<string | undefined> {
  const asked = scope.split(" ");
  const granted = (await server.store.list("grant")).find(
    ({ value }) =>
      value.clientId === clientId &&
      value.subject === subject &&
      value.revoked === undefined &&
      asked.every((one) => value.scope.split(" ").includes(one)),
  );
  return granted?.id;
}
