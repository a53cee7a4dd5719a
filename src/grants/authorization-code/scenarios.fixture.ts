import type { WireRequest } from "../../oauth/wire.ts";
import { type Scenario, withFormParameter } from "../../testing/describe-flow.ts";

export const authenticated = [
  "login_page:page",
  "sign_in:signed_in",
  "consent_page:page",
  "consent:code",
] as const;

export const elsewhere = (request: WireRequest): WireRequest => ({
  ...request,
  url: `${request.url}x`,
});
export const withoutQuery = (request: WireRequest): WireRequest => ({
  ...request,
  url: request.url.replace(/\?.*/, ""),
});
export const wrongToken = (request: WireRequest): WireRequest => ({
  ...request,
  headers: request.headers.map(([name, value]) => [
    name,
    name === "Authorization" ? `${value}x` : value,
  ]),
});

/** The exits of the token endpoint, at one of the steps that use it. */
export function tokenExits(
  at: string,
  before: readonly string[],
  choices: Scenario["choices"] = [],
): Scenario[] {
  const refuse = (
    name: string,
    edit: (request: WireRequest) => WireRequest,
    exit: string,
  ): Scenario => ({
    name: `${at}: ${name}`,
    choices: [...choices, { at, edit }],
    via: [...before, `${at}:${exit}`],
    ends: at,
  });
  return [
    refuse(
      "names no grant type",
      withFormParameter("grant_type", undefined),
      "invalid_request!token.grant-type-present",
    ),
    refuse(
      "names an unknown grant type",
      withFormParameter("grant_type", "magic"),
      "unsupported_grant_type!token.grant-type-supported",
    ),
    refuse("goes to an address that is none", elsewhere, "refused"),
  ];
}
