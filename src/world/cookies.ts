import type { WireRequest, WireResponse } from "../oauth/wire.ts";

/** A cookie of the modelled jar (RFC 6265 §5.3), host-only. */
export interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: "strict" | "lax" | "none";
  /** Epoch seconds; absent for a session cookie. */
  readonly expiresAt?: number;
}

/** The `Cookie` header for a navigation that `initiator` (a host) began, or nothing. */
export function cookieHeader(
  cookies: readonly Cookie[],
  request: WireRequest,
  initiator: string | undefined,
  now: number,
): string | undefined {
  const url = new URL(request.url);
  const crossSite = initiator !== undefined && initiator !== url.hostname;
  const sent = cookies.filter(
    (cookie) =>
      cookie.host === url.hostname &&
      pathMatches(url.pathname, cookie.path) &&
      (!cookie.secure || url.protocol === "https:") &&
      isAlive(cookie, now) &&
      (!crossSite || allowedCrossSite(cookie, request.method)),
  );
  return sent.length === 0
    ? undefined
    : sent.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** `document.cookie` of a page: no `HttpOnly` ones. */
export function scriptCookies(
  cookies: readonly Cookie[],
  { hostname, pathname }: Pick<URL, "hostname" | "pathname">,
  now: number,
): string {
  return cookies
    .filter(
      (cookie) =>
        cookie.host === hostname &&
        !cookie.httpOnly &&
        pathMatches(pathname, cookie.path) &&
        isAlive(cookie, now),
    )
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
}

/** The jar after a response, each `Set-Cookie` of it taken in. */
export function storeCookies(
  cookies: readonly Cookie[],
  request: WireRequest,
  response: WireResponse,
  now: number,
): readonly Cookie[] {
  const url = new URL(request.url);
  return response.headers
    .filter(([name]) => name.toLowerCase() === "set-cookie")
    .map(([, line]) => parseCookie(line, url, now))
    .reduce(
      (jar, cookie) => (cookie === undefined ? jar : [...without(jar, cookie), cookie]),
      cookies,
    );
}

function without(jar: readonly Cookie[], { host, path, name }: Cookie): readonly Cookie[] {
  return jar.filter((old) => old.host !== host || old.path !== path || old.name !== name);
}

function parseCookie(line: string, url: URL, now: number): Cookie | undefined {
  const [pair = "", ...rest] = line.split(";").map((part) => part.trim());
  const [name, value] = split(pair);
  if (name === "") return undefined;
  const attributes = new Map(
    rest.map((part) => split(part)).map(([key, text]) => [key.toLowerCase(), text]),
  );
  if (!keepsPrefix(name, attributes)) return undefined;
  const maxAge = secondsOf(attributes.get("max-age"));
  return {
    host: url.hostname,
    path: attributes.get("path") ?? "/",
    name,
    value,
    secure: attributes.has("secure"),
    httpOnly: attributes.has("httponly"),
    sameSite: sameSite(attributes.get("samesite")),
    ...(maxAge === undefined ? {} : { expiresAt: now + maxAge }),
  };
}

/** Names that promise something are taken only with what they promise (draft-ietf-httpbis-layered-cookies). */
function keepsPrefix(name: string, attributes: ReadonlyMap<string, string>): boolean {
  const known = name.toLowerCase();
  const secure = attributes.has("secure");
  const host = secure && attributes.get("path") === "/" && !attributes.has("domain");
  const http = secure && attributes.has("httponly");
  if (known.startsWith("__host-http-")) return host && http;
  if (known.startsWith("__host-")) return host;
  if (known.startsWith("__http-")) return http;
  return secure || !known.startsWith("__secure-");
}

/** RFC 6265 §5.2.2: what is no number is passed over. */
function secondsOf(maxAge: string | undefined): number | undefined {
  return maxAge !== undefined && /^-?\d+$/.test(maxAge) ? Number(maxAge) : undefined;
}

function split(part: string): [string, string] {
  const at = part.indexOf("=");
  return at < 0 ? [part, ""] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

function sameSite(value: string | undefined): Cookie["sameSite"] {
  const known = value?.toLowerCase();
  return known === "strict" || known === "none" ? known : "lax";
}

/** RFC 6265bis §5.2: `Lax` travels on cross-site top-level navigations with a safe method. */
function allowedCrossSite(cookie: Cookie, method: string): boolean {
  return cookie.sameSite === "none" || (cookie.sameSite === "lax" && method === "GET");
}

function isAlive({ expiresAt }: Cookie, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}

function pathMatches(path: string, cookiePath: string): boolean {
  if (path === cookiePath || cookiePath === "/") return true;
  return path.startsWith(cookiePath.endsWith("/") ? cookiePath : `${cookiePath}/`);
}
