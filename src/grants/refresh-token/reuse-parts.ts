import type { Answer } from "../../flow/define-flow.ts";
import { jsonObject } from "../../oauth/json.ts";
import { tokenRefusals } from "../steps/tokens.ts";

/** Under which name the page keeps its refresh token. */
export const REFRESH_KEY = "refresh_token";

/** A refresh that can only be refused; the walk goes on once it was. */
export function refusedAgain<const S extends string>(next: S) {
  const { invalid_grant, ...others } = tokenRefusals;
  return { invalid_grant: { ...invalid_grant, next }, ...others };
}

/** What the authorization server says of a token (RFC 7662 §2.2, §2.3). */
export function introspectionAnswer({ response }: Answer): string {
  const { active, error } = jsonObject(response?.body ?? "") ?? {};
  if (response?.status === 200 && typeof active === "boolean") {
    return active ? "active" : "inactive";
  }
  if (response === undefined || response.status < 400 || response.status > 499) return "";
  return error === "invalid_client" ? "invalid_client" : "refused";
}
