import type { LeftOut } from "../../oauth/checks.ts";
import { isRecord, jsonObject } from "../../oauth/json.ts";
import { headerOf, type WireResponse } from "../../oauth/wire.ts";

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 Inter Variable,Inter,system-ui,sans-serif;background:light-dark(#fff,#1c1b19);color:light-dark(#1a1a18,#f2f1ec)}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}main{max-width:30rem;margin:0 auto;padding:1.5rem}h1{font-size:1.25rem}li{padding:.4rem 0}time{color:light-dark(#5c5b55,#aba9a0)}`;

/** A page of print.example. `body` is HTML; escape what goes into it. */
export function clientPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}

/** The page at the end of a walk: the photos the API gave, whatever form they came in. */
export function photosPage(photos: string): string {
  return clientPage("Your photos, ready to print", photoList(photos));
}

/** The same for a user whose name the authorization server told, as JSON (OpenID Connect Core §5.3.2). */
export function signedInPage(photos: string, claims: string): string {
  const { name, email } = jsonObject(claims) ?? {};
  const who = [name, email].filter((one) => typeof one === "string").map(escapeHtml);
  const line = who.length === 0 ? "" : `<p>Signed in: ${who.join(", ")}</p>`;
  return clientPage("Your photos, ready to print", `${line}${photoList(photos)}`);
}

function photoList(photos: string): string {
  const items = photosIn(photos)
    .map(({ title, taken }) => `<li>${escapeHtml(title)} <time>${escapeHtml(taken)}</time></li>`)
    .join("");
  return `<ul>${items}</ul>`;
}

/** What the client says when its server’s requests were refused until it stopped trying. */
export const GAVE_UP = "The authorization server gave no tokens for this sign-in.";

/** The page that says why the client went no further. */
export function problemPage(problem: string): string {
  return clientPage("That did not work", `<p>${escapeHtml(problem)}</p>`);
}

/** An HTML answer of the client's server; the address it came from is not passed on (RFC 9700 §4.2.4). */
export function htmlAnswer(status: number, body: string): WireResponse {
  return {
    status,
    headers: [
      ["Content-Type", "text/html; charset=utf-8"],
      ["Cache-Control", "no-store"],
      ["Referrer-Policy", "no-referrer"],
    ],
    body,
  };
}

/** A precaution of the client's server: no script reads its session cookie (RFC 10017 §6.1.3.2). */
export const HTTP_ONLY = "client.http-only";

/** A redirect of the client's server; 303 makes the browser use GET whatever it did before (RFC 9110 §15.4.4). */
export function redirectAnswer(location: string, session: string, leftOut: LeftOut): WireResponse {
  return {
    status: 303,
    headers: [
      ["Location", location],
      ["Set-Cookie", setSession(session, "Lax", leftOut)],
      ["Cache-Control", "no-store"],
      ["Referrer-Policy", "no-referrer"],
    ],
    body: "",
  };
}

/** The prefix of names of cookies that no other host and no script can have set (RFC 10017 §6.1.3.2). */
export const HTTP_PREFIX = "__Host-Http-";

const NAME = "session";

/** The client's session cookie. */
export const SESSION_COOKIE = `${HTTP_PREFIX}${NAME}`;

/** What it is called where scripts can read it: a browser takes no such cookie under the prefix above. */
const OPEN_SESSION_COOKIE = `__Host-${NAME}`;

/** The `Set-Cookie` header that begins a session. */
export function setSession(session: string, sameSite: "Strict" | "Lax", leftOut: LeftOut): string {
  const rest = `; Path=/; Secure;${leftOut.has(HTTP_ONLY) ? "" : " HttpOnly;"} SameSite=${sameSite}`;
  const name = leftOut.has(HTTP_ONLY) ? OPEN_SESSION_COOKIE : SESSION_COOKIE;
  return `${name}=${session}${rest}`;
}

/** The session a browser showed with its request, if any. */
export function sessionOf(request: Parameters<typeof headerOf>[0]): string | undefined {
  return sessionIn(headerOf(request, "Cookie") ?? "");
}

/** The session in a `Cookie` header or in `document.cookie`, if any. */
export function sessionIn(cookies: string): string | undefined {
  return cookieIn(cookies, SESSION_COOKIE) ?? cookieIn(cookies, OPEN_SESSION_COOKIE);
}

/** The value of a cookie among these, if it is there. */
export function cookieIn(cookies: string, name: string): string | undefined {
  return new RegExp(`(?:^|; )${name}=([^;]+)`).exec(cookies)?.[1];
}

/** The `Cookie` header of a browser that was given a session which a script has read. */
export function stolenSessionCookie(session: string): string {
  return `${OPEN_SESSION_COOKIE}=${session}`;
}

/** The photos in an answer of the API; none when it came in another form. */
export function photosIn(text: string): readonly { title: string; taken: string }[] {
  const photos = jsonObject(text)?.photos;
  return (Array.isArray(photos) ? photos : [])
    .filter(isRecord)
    .map(({ title, taken }) => ({ title: String(title), taken: String(taken) }));
}

/** Text as HTML that says the same. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
