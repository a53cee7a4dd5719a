const LOOPBACK = new Set(["127.0.0.1", "[::1]"]);

/**
 * Whether a redirect URI is one of those registered: the same string (RFC 9700 §2.1), except that a
 * registered loopback IP literal allows any port (RFC 8252 §7.3). `localhost` is no such literal (§8.3).
 */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  return registered.some((known) => known === uri || sameButForPort(uri, known));
}

function sameButForPort(uri: string, known: string): boolean {
  if (!URL.canParse(uri) || !URL.canParse(known)) return false;
  const base = new URL(known);
  if (base.protocol !== "http:" || !LOOPBACK.has(base.hostname)) return false;
  const asked = new URL(uri);
  // The text must be that of the parsed URL: no dot segments, no user, nothing a parser repairs.
  if (asked.href !== uri || asked.username !== "" || asked.password !== "") return false;
  asked.port = "";
  base.port = "";
  return asked.href === base.href;
}

/** Why a URI cannot be registered; nothing when it can (RFC 6749 §3.1.2, RFC 9700 §2.6). */
export function registrationProblem(uri: string): string | undefined {
  if (!URL.canParse(uri)) return "A redirect URI is not an absolute URI.";
  const { protocol, hostname, hash, username, password } = new URL(uri);
  if (hash !== "" || uri.includes("#")) return "A redirect URI has a fragment.";
  if (username !== "" || password !== "") return "A redirect URI names a user.";
  if (protocol === "https:") return undefined;
  if (protocol === "http:") {
    return LOOPBACK.has(hostname) || hostname === "localhost"
      ? undefined
      : "A redirect URI uses http, which is for loopback only.";
  }
  // RFC 8252 §7.1: a private-use scheme is a reversed domain name.
  return protocol.includes(".") ? undefined : "A redirect URI has a scheme that is not allowed.";
}
