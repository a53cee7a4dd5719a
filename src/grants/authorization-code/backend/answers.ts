import type { Answer } from "../../../flow/define-flow.ts";
import type { LeftOut } from "../../../oauth/checks.ts";
import { headerOf, type WireRequest, type WireResponse } from "../../../oauth/wire.ts";
import {
  clientPage,
  cookieIn,
  htmlAnswer,
  HTTP_PREFIX,
  sessionOf,
  setSession,
} from "../../steps/client-pages.ts";

/** The cookie for the time of a sign-in: it has to come along when auth.example sends the browser back, so it is Lax. */
export const LOGIN_COOKIE = `${HTTP_PREFIX}login`;

/** A header that only a script of this origin can put on a request without asking first (RFC 10017 §6.1.3.3). */
export const OWN_HEADER = ["Print-Request", "1"] as const;

/** The page every visitor gets; its script is the flow. */
export function shell(): WireResponse {
  const body =
    '<p>Have the photos you keep at api.example printed.</p><button type="button">Log in with auth.example</button>';
  return htmlAnswer(200, clientPage("Print", body));
}

/** The redirect that begins a sign-in. */
export function beginLogin(location: string, login: string): WireResponse {
  return redirect(location, [
    `${LOGIN_COOKIE}=${login}; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax`,
  ]);
}

/** The redirect that ends it, with the session in a cookie that no other site can make use of (RFC 10017 §6.1.3.2). */
export function beginSession(location: string, session: string, leftOut: LeftOut): WireResponse {
  return redirect(location, [
    setSession(session, "Strict", leftOut),
    `${LOGIN_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`,
  ]);
}

/** An answer to the page’s script. */
export function jsonAnswer(status: number, body: string): WireResponse {
  return {
    status,
    headers: [
      ["Content-Type", "application/json"],
      ["Cache-Control", "no-store"],
    ],
    body,
  };
}

function redirect(location: string, cookies: readonly string[]): WireResponse {
  return {
    status: 303,
    headers: [
      ["Location", location],
      ...cookies.map((cookie) => ["Set-Cookie", cookie] as const),
      ["Cache-Control", "no-store"],
      ["Referrer-Policy", "no-referrer"],
    ],
    body: "",
  };
}

/** The sign-in the browser brings back with the answer, if any. */
export function returnedLogin({ request }: Answer): string | undefined {
  return cookieIn(headerOf(request, "Cookie") ?? "", LOGIN_COOKIE);
}

/** What the server sees of a request of the page’s script. */
export function readAsked({ request }: Answer): Readonly<Record<string, string>> {
  const session = sessionOf(request);
  return {
    asked_for: `${request.method} ${new URL(request.url).pathname}`,
    own_header: headerOf(request, OWN_HEADER[0]) ?? "",
    ...(session === undefined ? {} : { returned_session: session }),
  };
}

/** A request of the page’s script to its own server. */
export function askOwnServer(method: "GET" | "POST", url: string): WireRequest {
  return { method, url, headers: [["Accept", "application/json"], OWN_HEADER] };
}
