import { withQuery } from "../../oauth/wire.ts";
import type { Read } from "../../flow/define-flow.ts";
import { AUTH, CALLBACK, IMPLICIT_CLIENT, SCOPE } from "../cast.ts";
import { returnedIn } from "../steps/returned.ts";

/** The authorization request (RFC 6749 §4.2.1). */
export function authorizationUrl(read: Read<"state">): string {
  return withQuery(`${AUTH}/authorize`, {
    response_type: "token",
    client_id: IMPLICIT_CLIENT.id,
    redirect_uri: CALLBACK,
    scope: SCOPE,
    state: read("state"),
  });
}

/** The access token in the fragment of a redirect; nothing when there is none. */
export function tokenIn(address: URL | undefined): string | undefined {
  return new URLSearchParams(address?.hash.slice(1)).get("access_token") ?? undefined;
}

/** What the script finds in the fragment of its address, right or wrong (RFC 6749 §4.2.2, §4.2.2.1; RFC 9207 §2). */
export function readFragment(address: string) {
  return returnedIn(new URLSearchParams(new URL(address).hash.slice(1)), "access_token");
}
