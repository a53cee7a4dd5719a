import type { WireRequest } from "../../../oauth/wire.ts";
import { authenticated } from "../scenarios.fixture.ts";

/** The messages until the authorization server asks for a sign-in. */
export const asked = [
  "click:delivered",
  "page:sent",
  "login:delivered",
  "prepare:made",
  "redirect:sent",
  "authorize:login",
];
/** Until the answer is checked. */
export const answered = [...asked, ...authenticated, "callback:delivered", "check:ok"];
/** Until the page is there again, with a session. */
export const signedIn = [
  ...answered,
  "redeem:ok",
  "signed_in:sent",
  "home:delivered",
  "page_again:sent",
];

/** Without the header that only a script of Print's own may send (RFC 10017 §6.1.3.3). */
export const withoutOwnHeader = (request: WireRequest): WireRequest => ({
  ...request,
  headers: request.headers.filter(([name]) => name !== "Print-Request"),
});
/** The same request to another address. */
export const at = (url: string) => (request: WireRequest) => ({ ...request, url });
