import { accessTokenAdvice } from "./access-token/advice.ts";
import { authorizationCodeAdvice } from "./authorization-code/advice.ts";
import { clientCredentialsAdvice } from "./client-credentials/advice.ts";
import { deviceCodeAdvice } from "./device-code/advice.ts";
import type { Advice, Grant, GrantAdvice, Variant } from "./grant.ts";
import { implicitAdvice } from "./implicit/advice.ts";
import { passwordAdvice } from "./password/advice.ts";
import { refreshTokenAdvice } from "./refresh-token/advice.ts";

const advice: Readonly<Record<string, GrantAdvice>> = {
  "authorization-code": authorizationCodeAdvice,
  "client-credentials": clientCredentialsAdvice,
  "device-code": deviceCodeAdvice,
  implicit: implicitAdvice,
  password: passwordAdvice,
  "refresh-token": refreshTokenAdvice,
  "access-token": accessTokenAdvice,
};

/** When to use a variant, and when not; nothing when nobody wrote it down. Apart from the flows, which every page loads. */
export function adviceOn(grant: Grant, variant: Variant): Advice | undefined {
  return advice[grant.id]?.[variant.id];
}
