import { expect, test } from "vitest";
import type { Values } from "../../flow/define-flow.ts";
import { knowledge } from "../../flow/knowledge.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import {
  apiExits,
  brokenToken,
  elsewhere,
  printJobs,
  refusedAt,
  tokenExits,
  withAuthorization,
} from "../steps/exits.fixture.ts";
import { refusalsFlow } from "./refusals.ts";

const opened = ["click:page"];
const redeemed = [...opened, "redeem:ok"];
const used = [...redeemed, "api:ok"];
const tampered = [...used, "tampered:invalid_token!api.signature"];
const scoped = [...tampered, "scope:insufficient_scope!api.scope"];
const meant = [...scoped, "audience:invalid_token!api.audience"];
const waited = [...meant, "wait:later"];
const expired = [...waited, "expired:invalid_token!api.expiry"];
const renewed = [...expired, "refresh:ok"];
const early = [{ at: "wait", instead: "expired" }];
const tooMuch = [
  "asks for more than was allowed",
  printJobs,
  "insufficient_scope!api.scope",
] as const;

/** The token as it was before somebody wrote into it. */
const mended = (request: WireRequest, { access_token }: Values<string>): WireRequest =>
  withAuthorization(`Bearer ${access_token}`)(request);

const reading = ({ url, headers }: WireRequest): WireRequest => ({ method: "GET", url, headers });
const home = (request: WireRequest): WireRequest => ({
  ...request,
  url: request.url.replace("archive.example", "api.example"),
});
const scenarios: readonly Scenario[] = [
  {
    name: "every refusal in turn, and the one that refreshing helps against",
    via: [...renewed, "retry:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "the token is put back as it was: it is a matter of the text alone",
    choices: [{ at: "tampered", edit: mended }],
    via: [...used, "tampered:ok"],
    ends: "scope",
  },
  {
    name: "the token is put back as it was, and used for something else",
    choices: [{ at: "tampered", edit: (request, values) => printJobs(mended(request, values)) }],
    via: [...used, "tampered:insufficient_scope!api.scope"],
    ends: "tampered",
  },
  {
    name: "the photos are read after all",
    choices: [{ at: "scope", edit: reading }],
    via: [...tampered, "scope:ok"],
    ends: "audience",
  },
  {
    name: "the token is taken where it is meant for",
    choices: [{ at: "audience", edit: home }],
    via: [...scoped, "audience:ok"],
    ends: "wait",
  },
  {
    name: "the token is taken where it is meant for, and used for something else",
    choices: [{ at: "audience", edit: (request) => printJobs(home(request)) }],
    via: [...scoped, "audience:insufficient_scope!api.scope"],
    ends: "audience",
  },
  {
    name: "the API is called again at once",
    choices: early,
    via: [...meant, "expired:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "the refresh token is another one",
    choices: [{ at: "refresh", edit: withFormParameter("refresh_token", "unknown") }],
    via: [...expired, "refresh:invalid_grant!token.refresh-known"],
    ends: "refresh",
  },
  {
    name: "the code is redeemed too late",
    choices: [{ at: "redeem", clock: 61 }],
    via: [...opened, "redeem:invalid_grant!token.code-fresh"],
    ends: "redeem",
  },
  ...tokenExits("redeem", opened),
  ...tokenExits("refresh", expired),
  ...apiExits("api", redeemed),
  refusedAt("tampered", used, [], ["goes to an address that is none", elsewhere, "refused"]),
  refusedAt(
    "scope",
    tampered,
    [],
    ["is changed as well", brokenToken, "invalid_token!api.signature"],
  ),
  refusedAt("scope", tampered, [], ["goes to an address that is none", elsewhere, "refused"]),
  refusedAt("audience", scoped, [], ["goes to an address that is none", elsewhere, "refused"]),
  ...apiExits("expired", waited, [], ["invalid_token", "insufficient_scope"]),
  refusedAt("expired", meant, early, tooMuch),
  ...apiExits("retry", renewed),
];

describeFlow("access-token/refusals", refusalsFlow, scenarios);

test("an API that was sent a token knows it, though it refused (RFC 9700 §4.9.1)", async () => {
  const lab = await openLab(refusalsFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const places = knowledge(refusalsFlow, lab.walk().taken).get("access_token")?.keys() ?? [];
  expect([...places].toSorted()).toEqual(["api", "archive", "as", "page"]);
});
