import type { WireResponse } from "../../../oauth/wire.ts";
import { jsonAnswer } from "../backend/answers.ts";
import { type AskedFacts, onTheList } from "../backend/guard.ts";

/** The backend’s part of print.example. */
export const AT = "/backend/";

/** Where the page gets its access token: by GET the one at hand, by POST a new one. */
export const TOKEN_PATH = `${AT}token`;

const RENEWAL = `POST ${TOKEN_PATH}`;

/** All that a token-mediating backend does for its page once somebody is signed in. */
export const mediatingRoute = onTheList([`GET ${TOKEN_PATH}`, RENEWAL], {
  spec: "RFC 10017 §6.2.2.1",
  why: "This server passes nothing on. It gives the page an access token, and that is all the page can ask of it.",
});

/** Whether the page asks for another access token than the one it was given. */
export function isRenewal({ askedFor }: AskedFacts): boolean {
  return askedFor === RENEWAL;
}

/** The access token for the page’s script. */
export function handOver(accessToken: string): WireResponse {
  return jsonAnswer(200, JSON.stringify({ access_token: accessToken, token_type: "Bearer" }));
}
