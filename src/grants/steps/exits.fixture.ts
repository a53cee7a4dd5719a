import type { WireRequest } from "../../oauth/wire.ts";
import { type Scenario, withFormParameter } from "../../testing/describe-flow.ts";

type Choices = NonNullable<Scenario["choices"]>;
type Edit = (request: WireRequest) => WireRequest;
type Knowing = NonNullable<Choices[number]["edit"]>;

/** The same request to an address where nothing is. */
export const elsewhere: Edit = (request) => ({ ...request, url: `${request.url}x` });

/** The same request with another `Authorization` header, or without one. */
export const withAuthorization =
  (value: string | undefined): Edit =>
  (request) => ({
    ...request,
    headers: [
      ...request.headers.filter(([name]) => name !== "Authorization"),
      ...(value === undefined ? [] : [["Authorization", value] as const]),
    ],
  });

/** The same request with a character more at the end of its token. */
export const brokenToken: Edit = (request) => ({
  ...request,
  headers: request.headers.map(([name, value]) => [
    name,
    name === "Authorization" ? `${value}x` : value,
  ]),
});

/** The same call for what belongs to no user, which needs a scope that no user can allow. */
export const printJobs: Edit = (request) => ({
  ...request,
  url: request.url.replace("/photos", "/print-jobs"),
});

/** A scenario that is refused at a step and stays there. */
export function refusedAt(
  at: string,
  before: readonly string[],
  choices: Choices,
  [name, edit, exit]: readonly [string, Knowing, string],
): Scenario {
  return {
    name: `${at}: ${name}`,
    choices: [...choices, { at, edit }],
    via: [...before, `${at}:${exit}`],
    ends: at,
  };
}

/** The refusals of the token endpoint that a step leaves waiting. `wrongClient` is how its client fails to authenticate. */
export function tokenExits(
  at: string,
  before: readonly string[],
  choices: Choices = [],
  wrongClient: Edit = withFormParameter("client_id", "nobody"),
): Scenario[] {
  return (
    [
      [
        "names no grant type",
        withFormParameter("grant_type", undefined),
        "invalid_request!token.grant-type-present",
      ],
      [
        "names an unknown grant type",
        withFormParameter("grant_type", "magic"),
        "unsupported_grant_type!token.grant-type-supported",
      ],
      ["the client is another", wrongClient, "invalid_client!token.client-authenticated"],
      ["goes to an address that is none", elsewhere, "refused"],
    ] as const
  ).map((exit) => refusedAt(at, before, choices, exit));
}

/** The refusals of the API that a step leaves waiting; `except` are outcomes that lead on from it. */
export function apiExits(
  at: string,
  before: readonly string[],
  choices: Choices = [],
  except: readonly string[] = [],
): Scenario[] {
  return (
    [
      ["the token is not the one that was issued", brokenToken, "invalid_token!api.signature"],
      ["asks for more than was allowed", printJobs, "insufficient_scope!api.scope"],
      ["goes to an address that is none", elsewhere, "refused"],
    ] as const
  )
    .filter(([, , exit]) => !except.includes(exit.split("!")[0] ?? ""))
    .map((exit) => refusedAt(at, before, choices, exit));
}
