import { expect, test } from "vitest";
import { headerOf, type WireRequest } from "../../oauth/wire.ts";
import { describeFlow, type Scenario } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import {
  apiExits,
  printJobs,
  refusedAt,
  tokenExits,
  withAuthorization,
} from "../steps/exits.fixture.ts";
import { headerFlow } from "./header.ts";

const opened = ["click:page"];
const redeemed = [...opened, "redeem:ok"];
const challenged = [...redeemed, "bare:refused!api.token-present"];
const inQuery = [{ at: "api", instead: "query" }];

/** The token of the address in the header, too or instead. */
const inHeader =
  (both: boolean) =>
  (request: WireRequest): WireRequest => {
    const url = new URL(request.url);
    const token = url.searchParams.get("access_token");
    const sent = withAuthorization(`Bearer ${token}`)(request);
    return both ? sent : { ...sent, url: `${url.origin}${url.pathname}` };
  };

const bearer = (token: string) => withAuthorization(`Bearer ${token}`);

const scenarios: readonly Scenario[] = [
  {
    name: "the walk that goes well: a challenge, and then the token",
    via: [...challenged, "api:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "the token in the address is not looked at, and in the header it is",
    choices: inQuery,
    via: [...challenged, "query:refused!api.token-present", "api:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "the token is in the address and in the header (RFC 6750 §2)",
    choices: [...inQuery, { at: "query", edit: inHeader(true) }],
    via: [...challenged, "query:refused!api.one-method"],
    ends: "api",
  },
  {
    name: "the token of the address is put into the header",
    choices: [...inQuery, { at: "query", edit: inHeader(false) }],
    via: [...challenged, "query:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "the code is redeemed too late",
    choices: [{ at: "redeem", clock: 61 }],
    via: [...opened, "redeem:invalid_grant!token.code-fresh"],
    ends: "redeem",
  },
  {
    name: "the token is put into the bare call",
    choices: [
      { at: "bare", edit: (request, { access_token }) => bearer(`${access_token}`)(request) },
    ],
    via: [...redeemed, "bare:ok", "show:shown"],
    ends: "done",
  },
  refusedAt(
    "bare",
    redeemed,
    [],
    ["another token is put into the call", bearer("another"), "invalid_token!api.signature"],
  ),
  refusedAt(
    "bare",
    redeemed,
    [],
    [
      "the token is put into a call for something else",
      (request, { access_token }) => printJobs(bearer(`${access_token}`)(request)),
      "insufficient_scope!api.scope",
    ],
  ),
  refusedAt("query", challenged, inQuery, [
    "another token is in the header",
    (request) => bearer("another")({ ...request, url: "https://api.example/photos" }),
    "invalid_token!api.signature",
  ]),
  refusedAt("query", challenged, inQuery, [
    "the token of the address is put into the header, for something else",
    (request) => printJobs(inHeader(false)(request)),
    "insufficient_scope!api.scope",
  ]),
  ...tokenExits("redeem", opened),
  ...apiExits("api", challenged),
];

describeFlow("access-token/header", headerFlow, scenarios);

test("a call without a token gets a challenge for each scheme, and no error code (RFC 6750 §3)", async () => {
  const lab = await openLab(headerFlow);
  while (lab.walk().at !== "api") await lab.send({ type: "NEXT" });
  const response = lab.walk().taken.at(-1)?.entry.response;
  expect([response?.status, response && headerOf(response, "WWW-Authenticate")]).toEqual([
    401,
    'Bearer realm="photos", DPoP realm="photos", algs="ES256"',
  ]);
});
