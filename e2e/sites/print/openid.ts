import {
  matchClaims,
  validateIdToken,
} from "../../../src/grants/authorization-code/openid/id-token.ts";
import type { LeftOut } from "../../../src/oauth/checks.ts";
import { send } from "../listen.ts";

/** What came with a code that was redeemed for a sign-in, and what was asked. */
export interface SignedIn {
  readonly auth: string;
  readonly clientId: string;
  readonly nonce: string;
  readonly accessToken: string;
  readonly idToken: string | undefined;
}

/** A check of the client's own that refused. */
export interface Refused {
  readonly problem: string;
  readonly refusedBy: string;
}

/** Validates the ID token and asks for claims, by the rows of the walk; nothing when all is well (OpenID Connect Core §3.1.3.7, §5.3). */
export async function refusedSignIn(
  { auth, accessToken, ...sent }: SignedIn,
  leftOut: LeftOut,
): Promise<Refused | undefined> {
  const { body: jwks } = await send({ method: "GET", url: `${auth}/jwks`, headers: [] });
  const now = Math.floor(Date.now() / 1000);
  const facts = { ...sent, jwks, issuer: auth, accessToken, now };
  const validated = await validateIdToken(facts, leftOut);
  if (validated.outcome !== "ok") return refusedIn(validated);
  const headers = [["Authorization", `Bearer ${accessToken}`]] as const;
  const { body: claims } = await send({ method: "GET", url: `${auth}/userinfo`, headers });
  const matched = await matchClaims(validated.values?.subject ?? "", claims, leftOut);
  return matched.outcome === "ok" ? undefined : refusedIn(matched);
}

function refusedIn({ checks = [], values }: Awaited<ReturnType<typeof validateIdToken>>): Refused {
  const refused = checks.find(({ outcome }) => outcome === "failed");
  return { problem: values?.problem ?? "", refusedBy: refused?.id ?? "" };
}
