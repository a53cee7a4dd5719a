import type { Client } from "../ports.ts";
import { grantlab } from "./grantlab-judged.fixture.ts";
import { judgedClients } from "./judged-clients.fixture.ts";
import { oidcProvider } from "./oidc-provider.fixture.ts";
import { type Refusal, refusals } from "./refusals.fixture.ts";
import type { Said } from "./refusing-server.fixture.ts";

/** A refusal that is asked about for one client, set up at the judge as it is here. */
export interface Question {
  readonly refusal: Refusal;
  /** Where the request names a client that does not exist, whose it would be otherwise. */
  readonly client: Client;
}

/** What this server and `oidc-provider` said to the same request of the same client. */
export interface Judged extends Question {
  readonly ours: Said;
  readonly theirs: Said;
  /** Why it refused, as `oidc-provider` notes it for itself; it does not say so outside. */
  readonly theirReason: string;
}

/** Every refusal for every client of which there is such a request. */
export const questions: readonly Question[] = refusals.flatMap((refusal) =>
  (refusal.clients === "nobody" ? judgedClients.slice(0, 1) : refusal.clients).map((client) => ({
    refusal,
    client,
  })),
);

/** Sends every question to both servers. */
export async function judged(): Promise<readonly Judged[]> {
  const [our, their] = [await grantlab(), await oidcProvider()];
  const results: Judged[] = [];
  for (const { refusal, client } of questions) {
    const [ours, theirs] = [await refusal.send(our, client), await refusal.send(their, client)];
    results.push({ refusal, client, ours, theirs, theirReason: their.reason() });
  }
  await their.close();
  return results;
}

/** Whether a cell of the matrix was stopped by a check of the authorization server's. */
export function isServers(check: string): boolean {
  return !/^(client|api)\./.test(check);
}

/** Whether two servers said the same, as far as that shows outside. */
export function sameSaid(one: Said, other: Said): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What the judge says of the refusals of a check that this client meets; nothing when it was not asked. `other error`
 * where it refuses as well, and says so differently; `configured` where what was set up by us decides it there.
 */
export function agreement(
  results: readonly Judged[],
  check: string,
  clientId: string,
): "agrees" | "other error" | "differs" | "configured" | undefined {
  const asked = results.filter(
    ({ refusal, client }) => refusal.check === check && client.clientId === clientId,
  );
  if (asked.length === 0) return undefined;
  if (asked.some(({ refusal }) => refusal.configured !== undefined)) return "configured";
  if (asked.every(({ ours, theirs }) => sameSaid(ours, theirs))) return "agrees";
  return asked.every(({ theirs }) => theirs.refused) ? "other error" : "differs";
}
