import type { Answers } from "./questions.ts";

const STEPS: Readonly<Record<string, readonly string[]>> = {
  implicit: [
    "Register a second client beside the old one: response type code, and PKCE required (RFC 9700 §2.1.1). The server needs PKCE, and CORS at the token endpoint for a page (RFC 9700 §2.6).",
    "Ship what uses it: it asks for a code, redeems it with the verifier, and no longer reads tokens from the address.",
    "When no request with response_type=token comes any more, end the old client.",
    "When no client is left, switch it off: the server MUST NOT issue access tokens in the authorization response (RFC 10017 §7.2).",
  ],
  password: [
    "Give the client a redirect URI and the authorization code grant, beside what it has.",
    "Replace its sign-in form by a redirect to the authorization server. Users see a new page, so tell them before.",
    "Delete every password the client has kept, and take the grant from its registration.",
    "When no client is left, switch it off: it MUST NOT be used (RFC 9700 §2.4).",
  ],
};

/** The order in which to leave what is used today; nothing for what is new. */
export function migrationOf({ today }: Answers): readonly string[] {
  return today === undefined ? [] : (STEPS[today] ?? []);
}
