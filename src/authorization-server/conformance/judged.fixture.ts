import { grantlab } from "./grantlab-judged.fixture.ts";
import { oidcProvider } from "./oidc-provider.fixture.ts";
import { type Refusal, refusals } from "./refusals.fixture.ts";
import type { Said } from "./refusing-server.fixture.ts";

/** What this server and `oidc-provider` said to the same request. */
export interface Judged {
  readonly refusal: Refusal;
  readonly ours: Said;
  readonly theirs: Said;
}

/** Sends every refusal to both servers. */
export async function judged(): Promise<readonly Judged[]> {
  const [our, their] = [await grantlab(), await oidcProvider()];
  const results: Judged[] = [];
  for (const refusal of refusals) {
    results.push({ refusal, ours: await refusal.send(our), theirs: await refusal.send(their) });
  }
  await their.close();
  return results;
}

/** Whether two servers said the same, as far as that shows outside. */
export function sameSaid(one: Said, other: Said): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
