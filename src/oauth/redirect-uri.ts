/** An http URI on a loopback IP literal: the host, the port if any, and the rest. `localhost` is no such literal (RFC 8252 §8.3). */
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::\d{1,5})?((?:[/?].*)?)$/;

/**
 * Whether a redirect URI is one of those registered: the same string (RFC 9700 §2.1), except that a
 * registered loopback IP literal allows any port (RFC 8252 §7.3).
 */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  return registered.some((known) => known === uri || sameButForPort(uri, known));
}

function sameButForPort(uri: string, known: string): boolean {
  const asked = LOOPBACK.exec(uri);
  const base = LOOPBACK.exec(known);
  if (asked === null || base === null || !isUri(uri)) return false;
  return asked[1] === base[1] && asked[2] === base[2];
}

/** Why a URI cannot be registered; nothing when it can (RFC 6749 §3.1.2, RFC 9700 §2.6). */
export function registrationProblem(uri: string): string | undefined {
  if (!isUri(uri)) return "A redirect URI is not an absolute URI";
  if (uri.includes("#")) return "A redirect URI has a fragment";
  const { protocol, hostname } = new URL(uri);
  if (protocol === "https:" || protocol === "http:") {
    // Browsers take "https:x" for a relative reference, and what is before an "@" for a user.
    const authority = /^https?:\/\/([^/?]+)/i.exec(uri)?.[1];
    if (authority === undefined) return "A redirect URI names no host";
    if (authority.includes("@")) return "A redirect URI names a user";
    return protocol === "https:" || ["127.0.0.1", "[::1]", "localhost"].includes(hostname)
      ? undefined
      : "A redirect URI uses http, which is for loopback only";
  }
  // RFC 8252 §7.1: a private-use scheme is a reversed domain name. §8.4: one without a dot is refused.
  return protocol.includes(".") ? undefined : "A redirect URI has a scheme that is not allowed";
}

/** Whether a redirect URI leads to an app on the user's own device: a private-use scheme or loopback (RFC 8252 §7.1, §7.3). */
export function isNative(uri: string): boolean {
  return LOOPBACK.test(uri) || !/^https?:/.test(uri);
}

/** Who the answer will go to, for a user to recognise: the host, or the scheme where there is none (RFC 8252 §7.1). */
export function recipientOf(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const { host, protocol } = new URL(uri);
  return host === "" ? protocol : host;
}

/** In the characters of RFC 3986 only: a parser that repairs others would read another URI than the next one does. */
function isUri(text: string): boolean {
  return /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/.test(text) && URL.canParse(text);
}
