/** The scopes of OpenID Connect that this server knows (Core §3.1.2.1, §5.4, §11). */
export const OPENID_SCOPES: readonly string[] = ["openid", "profile", "email", "offline_access"];

/** Whether a scope has this value among its own (RFC 6749 §3.3). */
export function hasScope(scope: string, value: string): boolean {
  return scope.split(" ").includes(value);
}

/** Whether what is asked for or granted is a sign-in, and not access alone (Core §3.1.2.1). */
export function isOpenId(scope: string | undefined): boolean {
  return scope !== undefined && hasScope(scope, "openid");
}
