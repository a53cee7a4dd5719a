import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { keyClientFlow } from "./key-client.ts";
import { clientCredentials } from "./grant.ts";

const to = (url: string) => (request: WireRequest) => ({ ...request, url });
const elsewhere = (request: WireRequest) => ({ ...request, url: `${request.url}x` });
const wrongHeader = (request: WireRequest): WireRequest => ({
  ...request,
  headers: request.headers.map(([name, value]) => [
    name,
    name === "Authorization" ? `Basic ${btoa("print-nightly:wrong")}` : value,
  ]),
});

const WRONG = {
  basic: [wrongHeader, "token.client-authenticated"],
  post: [withFormParameter("client_secret", "wrong"), "token.client-authenticated"],
  "private-key-jwt": [
    (request: WireRequest) => ({
      ...request,
      body: (request.body ?? "").replace(/.{6}$/, "AAAAAA"),
    }),
    "token.assertion-signature",
  ],
} as const;

/** The ways in which the token endpoint refuses, at a step that waits then. */
function tokenExits(
  at: string,
  before: readonly string[],
  [wrong, check]: readonly [(request: WireRequest) => WireRequest, string],
  choices: Scenario["choices"] = [],
): Scenario[] {
  const refused = (
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
    refused("the client proves nothing", wrong, `invalid_client!${check}`),
    refused(
      "the scope is a user’s to allow",
      withFormParameter("scope", "photos.read"),
      "invalid_scope!token.scope-allowed",
    ),
    refused(
      "the grant is one the client was not registered for",
      withFormParameter("grant_type", "authorization_code"),
      "unauthorized_client!token.grant-type-allowed",
    ),
    refused(
      "no grant type is named",
      withFormParameter("grant_type", undefined),
      "invalid_request!token.grant-type-present",
    ),
    refused(
      "passwords are not taken here",
      withFormParameter("grant_type", "password"),
      "unsupported_grant_type!token.grant-type-supported",
    ),
    refused("the address is none", elsewhere, "refused"),
  ];
}

/** The ways in which the API refuses. */
function apiExits(at: string, before: readonly string[], choices: Scenario["choices"] = []) {
  const refused = (
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
    refused(
      "somebody’s photos are asked for",
      to("https://api.example/photos"),
      "insufficient_scope!api.scope",
    ),
    refused(
      "the token is left out",
      (request) => ({ ...request, headers: [] }),
      "refused!api.token-present",
    ),
  ];
}

for (const { id, flow } of clientCredentials.variants) {
  if (id !== "basic" && id !== "post" && id !== "private-key-jwt") throw new Error(id);
  const signs = id === "private-key-jwt";
  const assert = signs ? ["assert:signed"] : [];
  const again = signs ? ["assert_again:signed"] : [];
  const anew = signs ? "assert_again" : "renew";
  const inToken = [...assert, "token:ok"];
  const used = [...inToken, "api:ok", "print:printed"];
  const expired = [...used, "late:invalid_token!api.expiry"];
  const renewed = [...expired, ...again, "renew:ok"];
  const atOnce = { at: "print", instead: "late" };

  describeFlow(`client-credentials/${id}`, flow, [
    {
      name: "the walk that goes well: the token expires, and another is asked for",
      via: [...renewed, "retry:ok"],
      ends: "done",
    },
    {
      name: "the token is used again before it expires",
      choices: [atOnce],
      via: [...inToken, "api:ok", "late:ok"],
      ends: "done",
    },
    {
      name: "the token expired before its first use; another is asked for",
      choices: [
        { at: "api", clock: 900 },
        { at: "api", instead: anew },
      ],
      via: [...inToken, "api:invalid_token!api.expiry", ...again, "renew:ok", "retry:ok"],
      ends: "done",
    },
    {
      name: "the second token expired before its use, too",
      choices: [
        { at: "retry", clock: 900 },
        { at: "retry", instead: anew },
      ],
      via: [...renewed, "retry:invalid_token!api.expiry", ...again, "renew:ok", "retry:ok"],
      ends: "done",
    },
    ...tokenExits("token", assert, WRONG[id]),
    ...tokenExits("renew", [...expired, ...again], WRONG[id]),
    ...apiExits("api", inToken),
    ...apiExits("late", [...inToken, "api:ok"], [atOnce]),
    ...apiExits("retry", renewed),
    ...(signs ? keyScenarios(inToken) : []),
  ]);
}

/** What can happen to an assertion. */
function keyScenarios(inToken: readonly string[]): Scenario[] {
  const replay = { at: "api", instead: "replay" };
  return [
    {
      name: "the assertion is sent a second time",
      choices: [replay],
      via: [...inToken, "replay:invalid_client!token.assertion-unused", "api:ok"],
      ends: "print",
    },
    {
      name: "the assertion arrives too late; another is signed, by the clock as it is then",
      choices: [
        { at: "token", clock: 60 },
        { at: "token", instead: "assert" },
      ],
      via: ["assert:signed", "token:invalid_client!token.assertion-time", ...inToken, "api:ok"],
      ends: "print",
    },
    {
      name: "the clock is moved on before anything is signed",
      choices: [{ at: "assert", clock: 86_400 }],
      via: inToken,
      ends: "api",
    },
    {
      name: "the assertion is used up by a request that is refused",
      choices: [{ at: "token", edit: withFormParameter("scope", "photos.read") }],
      via: [
        "assert:signed",
        "token:invalid_scope!token.scope-allowed",
        "token:invalid_client!token.assertion-unused",
      ],
      ends: "token",
    },
    {
      name: "the assertion is sent a second time, with a secret beside it",
      choices: [replay, { at: "replay", edit: withFormParameter("client_secret", "x") }],
      via: [...inToken, "replay:invalid_request!token.client-one-method"],
      ends: "replay",
    },
    {
      name: "the assertion is sent a second time, to an address that is none",
      choices: [replay, { at: "replay", edit: elsewhere }],
      via: [...inToken, "replay:refused"],
      ends: "replay",
    },
  ];
}

test.each(clientCredentials.variants)(
  "$id: the token is known to the client, the server and the API, and there is no refresh token",
  async ({ flow }) => {
    const lab = await openLab(flow);
    while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
    const known = knowledge(flow, lab.walk().taken);
    expect([...(known.get("access_token")?.keys() ?? [])].toSorted()).toEqual([
      "api",
      "as",
      "client",
    ]);
    expect(Object.keys(lab.walk().values)).not.toContain("refresh_token");
    expect(JSON.stringify(lab.walk().taken)).not.toContain("refresh_token");
    expect(JSON.parse(lab.walk().values["jobs"] ?? "")).toMatchObject({
      jobs: [{ id: "j1" }, { id: "j2" }, { id: "j3" }],
    });
    const { sub, client_id } = decodeJwt(lab.walk().values["access_token"] ?? "");
    expect(sub).toBe(client_id);
  },
);

test("the private key is known to the client alone; of the assertion the server learns", async () => {
  const lab = await openLab(keyClientFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const known = knowledge(keyClientFlow, lab.walk().taken);
  const places = (name: string) => [...(known.get(name)?.keys() ?? [])].toSorted();
  expect([places("private_key"), places("assertion")]).toEqual([["client"], ["as", "client"]]);
});
