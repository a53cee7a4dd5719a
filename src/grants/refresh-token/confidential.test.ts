import { expect, test } from "vitest";
import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { jsonObject } from "../../oauth/json.ts";
import type { Values } from "../../flow/define-flow.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import {
  apiExits,
  printJobs,
  refusedAt,
  tokenExits,
  withAuthorization,
} from "../steps/exits.fixture.ts";
import { confidentialFlow } from "./confidential.ts";

const redeemed = ["redeem:ok"];
const used = [...redeemed, "api:ok"];
const waited = [...used, "wait:later"];
const expired = [...waited, "later:invalid_token!api.expiry"];
const renewed = [...expired, "refresh:ok"];
const again = [...renewed, "retry:ok"];
const failed = [...again, "theft:invalid_client!token.client-authenticated"];
const later = [...failed, "month:later"];

/** The same with the secret, without which nothing else is looked at. */
function withSecret({ choices = [], ...scenario }: Scenario): Scenario {
  const proven = choices.map((choice) => ({
    ...choice,
    edit: (request: WireRequest, values: Values<string>) =>
      (choice.edit ?? identity)(known(request), values),
  }));
  return { ...scenario, choices: proven };
}

const identity = (request: WireRequest) => request;
const secret = (value: string) => withAuthorization(`Basic ${btoa(`print-album:${value}`)}`);
const wrong = secret("wrong");
const known = secret("print-album-secret-4Wm1");
const unknown = withFormParameter("refresh_token", "unknown");

const scenarios: readonly Scenario[] = [
  {
    name: "the walk that goes well: one refresh token for all of it",
    via: [...later, "refresh_again:ok", "book:made"],
    ends: "done",
  },
  {
    name: "the API is called again at once",
    choices: [{ at: "wait", instead: "later" }],
    via: [...used, "later:ok", "book:made"],
    ends: "done",
  },
  {
    name: "Mallory has the secret as well, and gets a token",
    choices: [{ at: "theft", edit: known }],
    via: [...again, "theft:ok"],
    ends: "month",
  },
  {
    name: "Mallory has a copy of something else, and the secret",
    choices: [
      {
        at: "theft",
        edit: (request) => unknown(known(request)),
      },
    ],
    via: [...again, "theft:invalid_grant!token.refresh-known"],
    ends: "theft",
  },
  {
    name: "Print comes back after two months: the refresh token has ended",
    choices: [{ at: "month", instead: "two_months" }],
    via: [
      ...failed,
      "two_months:later",
      "refresh_again:invalid_grant!token.refresh-idle",
      "reject:written",
    ],
    ends: "stop",
  },
  {
    name: "the refresh token is another one",
    choices: [{ at: "refresh", edit: unknown }],
    via: [...expired, "refresh:invalid_grant!token.refresh-known", "reject:written"],
    ends: "stop",
  },
  {
    name: "the code is redeemed too late",
    choices: [{ at: "redeem", clock: 61 }],
    via: ["redeem:invalid_grant!token.code-fresh"],
    ends: "redeem",
  },
  ...tokenExits("redeem", [], [], wrong),
  ...tokenExits("refresh", expired, [], wrong),
  ...tokenExits("theft", again)
    .filter(({ name }) => name !== "theft: the client is another")
    .map(withSecret),
  ...tokenExits("refresh_again", later, [], wrong),
  ...apiExits("api", redeemed),
  ...apiExits("later", waited, [], ["invalid_token", "insufficient_scope"]),
  refusedAt(
    "later",
    used,
    [{ at: "wait", instead: "later" }],
    ["asks for more than was allowed", printJobs, "insufficient_scope!api.scope"],
  ),
  ...apiExits("retry", renewed),
];

describeFlow("refresh-token/confidential", confidentialFlow, scenarios);

test("a refresh answers with no refresh token: the client keeps the one it has (RFC 6749 §6)", async () => {
  const lab = await openLab(confidentialFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const answers = lab
    .walk()
    .taken.filter(({ step }) => step.startsWith("refresh"))
    .map(({ entry }) => Object.keys(jsonObject(entry.response?.body ?? "") ?? {}));
  const answer = ["access_token", "token_type", "expires_in", "scope"];
  expect(answers).toEqual([answer, answer]);
});
