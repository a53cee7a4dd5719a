import { randomToken } from "../oauth/random.ts";
import type { Store } from "../store/port.ts";
import type { AuthorizationRecords } from "./records.ts";

/** What a user allowed a client, and the code it gave. */
export interface AllowedBefore {
  readonly clientId: string;
  readonly subject: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly code: string;
  /** Of a verifier, by S256 (RFC 7636 §4.2). */
  readonly challenge: string;
}

/** Remembers an authorization that ended with a code which the client has not redeemed yet; `expiresAt` in epoch seconds. */
export async function allowBefore(
  store: Store<AuthorizationRecords>,
  { clientId, subject, scope, redirectUri, code, challenge }: AllowedBefore,
  expiresAt: number,
): Promise<void> {
  const grantId = randomToken();
  await store.put("grant", grantId, { clientId, subject, scope });
  await store.put("code", code, {
    grantId,
    clientId,
    redirectUri,
    redirectUriSent: true,
    scope,
    challenge: { value: challenge, method: "S256" },
    expiresAt,
  });
}
