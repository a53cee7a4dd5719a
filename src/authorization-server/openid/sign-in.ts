import type { Parameters } from "../../oauth/parameters.ts";
import type { Session } from "../records.ts";

/** The values of `prompt` (OpenID Connect Core §3.1.2.1). */
export function promptsIn(parameters: Parameters): readonly string[] {
  return (parameters.get("prompt") ?? "").split(" ").filter((prompt) => prompt !== "");
}

/** `max_age` in seconds; nothing when the request has none or it is no number. */
export function maxAgeIn(parameters: Parameters): number | undefined {
  const text = parameters.get("max_age");
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Whether a sign-in lies longer back than the request allows (OpenID Connect Core §3.1.2.1). */
export function isTooOld(parameters: Parameters, { authTime }: Session, now: number): boolean {
  const maxAge = maxAgeIn(parameters);
  return maxAge !== undefined && (authTime === undefined || now - authTime > maxAge);
}

/** Whether the user has to sign in for this request, whoever is signed in. */
export function asksForSignIn(
  parameters: Parameters,
  session: Session | undefined,
  now: number,
): boolean {
  const prompts = promptsIn(parameters);
  if (prompts.includes("login") || prompts.includes("select_account")) return true;
  return session !== undefined && isTooOld(parameters, session, now);
}
