import { accessToken } from "./access-token/grant.ts";
import { authorizationCode } from "./authorization-code/grant.ts";
import { clientCredentials } from "./client-credentials/grant.ts";
import { deviceCode } from "./device-code/grant.ts";
import type { Grant, Variant } from "./grant.ts";
import { implicit } from "./implicit/grant.ts";
import { password } from "./password/grant.ts";
import { refreshToken } from "./refresh-token/grant.ts";

export type { Grant, Variant } from "./grant.ts";

/** Every grant there is, in the order of the catalogue. */
export const grants: readonly Grant[] = [
  authorizationCode,
  clientCredentials,
  deviceCode,
  implicit,
  password,
  refreshToken,
  accessToken,
];

/** Nothing when there is no grant of that id. */
export function findGrant(id: string): Grant | undefined {
  return grants.find((grant) => grant.id === id);
}

/** The variant of that id, the first one when none is asked for; nothing when the grant has none of that id. */
export function findVariant(grant: Grant, id: string | null): Variant | undefined {
  return id === null ? grant.variants[0] : grant.variants.find((variant) => variant.id === id);
}
