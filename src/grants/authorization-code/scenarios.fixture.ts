import type { WireRequest } from "../../oauth/wire.ts";
import { printJobs } from "../steps/exits.fixture.ts";
import {
  type Scenario,
  withFormParameter,
  withQueryParameter,
} from "../../testing/describe-flow.ts";

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

/** A request by which a client authenticates with a secret that is not its own. */
export function wrongSecretOf(clientId: string): (request: WireRequest) => WireRequest {
  return (request) => ({
    ...request,
    headers: [
      ["Authorization", `Basic ${btoa(`${clientId}:wrong`)}`],
      ["Content-Type", "application/x-www-form-urlencoded"],
    ],
  });
}

interface Asked {
  /** The walk up to the authorization request. */
  readonly asked: readonly string[];
  /** How the answer reaches the client. */
  readonly callback: string;
  /** How the client says that it goes no further. */
  readonly reject: string;
}

/** The exits on the way to the client’s check of what came back. */
export function askingExits({ asked, callback, reject }: Asked): Scenario[] {
  const before = asked.slice(0, -1);
  const until = (count: number) => [...asked, ...authenticated.slice(0, count)];
  return [
    {
      name: "the user denies",
      choices: [{ at: "consent", fill: { decision: "deny" } }],
      via: [...until(3), "consent:denied", callback, "check:denied!client.no-error", reject],
      ends: "stop",
    },
    {
      name: "the password is wrong, then right",
      choices: [{ at: "sign_in", fill: { username: "alice", password: "wrong" } }],
      via: [...until(1), "sign_in:wrong_password!login.password", "sign_in:signed_in"],
      ends: "consent_page",
    },
    {
      name: "the redirect URI of the request is another one: a page, no redirect",
      choices: [
        { at: "authorize", edit: withQueryParameter("redirect_uri", "https://evil.example/cb") },
      ],
      via: [...before, "authorize:error_page!authorize.redirect-uri"],
      ends: "authorize",
    },
    {
      name: "the scope is unknown: an error by redirect",
      choices: [{ at: "authorize", edit: withQueryParameter("scope", "everything") }],
      via: [
        ...before,
        "authorize:error_redirect!authorize.scope",
        callback,
        "check:denied!client.no-error",
        reject,
      ],
      ends: "stop",
    },
    {
      name: "the login page is asked for without its interaction",
      choices: [{ at: "login_page", edit: withoutQuery }],
      via: [...asked, "login_page:refused!login.interaction"],
      ends: "login_page",
    },
    {
      name: "the consent page is asked for without its interaction",
      choices: [{ at: "consent_page", edit: withoutQuery }],
      via: [...until(2), "consent_page:refused!consent.interaction"],
      ends: "consent_page",
    },
    {
      name: "the consent form says neither yes nor no",
      choices: [{ at: "consent", fill: { decision: "perhaps" } }],
      via: [...until(3), "consent:refused!consent.decision"],
      ends: "consent",
    },
    {
      name: "the state that comes back is another one",
      choices: [{ at: "callback", edit: withQueryParameter("state", "another") }],
      via: [...until(4), callback, "check:refused!client.state", reject],
      ends: "stop",
    },
    {
      name: "the issuer that comes back is another one",
      choices: [{ at: "callback", edit: withQueryParameter("iss", "https://evil.example") }],
      via: [...until(4), callback, "check:refused!client.iss", reject],
      ends: "stop",
    },
  ];
}

/** The exits of the token request for a code; `wrongClient` makes it one of a client that is not the code’s. */
export function redeemExits(
  answered: readonly string[],
  wrongClient: (request: WireRequest) => WireRequest,
): Scenario[] {
  return [
    {
      name: "the code is redeemed too late",
      choices: [{ at: "redeem", clock: 61 }],
      via: [...answered, "redeem:invalid_grant!token.code-fresh"],
      ends: "redeem",
    },
    {
      name: "the redirect URI of the token request is another one",
      choices: [
        { at: "redeem", edit: withFormParameter("redirect_uri", "https://print.example/other") },
      ],
      via: [...answered, "redeem:invalid_grant!token.redirect-uri"],
      ends: "redeem",
    },
    {
      name: "the client does not authenticate as itself",
      choices: [{ at: "redeem", edit: wrongClient }],
      via: [...answered, "redeem:invalid_client!token.client-authenticated"],
      ends: "redeem",
    },
    ...tokenExits("redeem", answered),
  ];
}

/** The exits of the call of the API. */
export function apiExits(before: readonly string[]): Scenario[] {
  return [
    {
      name: "the access token is not the one that was issued",
      choices: [{ at: "api", edit: wrongToken }],
      via: [...before, "api:invalid_token!api.signature"],
      ends: "api",
    },
    {
      name: "the client asks the API for more than was allowed",
      choices: [{ at: "api", edit: printJobs }],
      via: [...before, "api:insufficient_scope!api.scope"],
      ends: "api",
    },
    {
      name: "the API is asked at an address that is none",
      choices: [{ at: "api", edit: elsewhere }],
      via: [...before, "api:refused"],
      ends: "api",
    },
  ];
}
