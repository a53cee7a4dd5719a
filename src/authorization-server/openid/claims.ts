import type { Person } from "../ports.ts";
import { hasScope } from "./scopes.ts";

/** Everything the server says of people, besides what ID tokens say of a sign-in (OpenID Connect Core §5.1). */
export const CLAIMS: readonly string[] = [
  "sub",
  "name",
  "preferred_username",
  "email",
  "email_verified",
];

/** What the scope lets a client know of a person (OpenID Connect Core §5.4). */
export function claimsOf(
  person: Person,
  scope: string,
): Readonly<Record<string, string | boolean>> {
  return {
    sub: person.subject,
    ...(hasScope(scope, "profile")
      ? { name: person.name, preferred_username: person.username }
      : {}),
    ...(hasScope(scope, "email") && person.email !== undefined
      ? { email: person.email, email_verified: true }
      : {}),
  };
}
