import { expect, test } from "vitest";
import { withFormParameter, describeFlow, type Scenario } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import {
  apiExits,
  elsewhere,
  printJobs,
  refusedAt,
  tokenExits,
  withAuthorization,
} from "../steps/exits.fixture.ts";
import { reuseFlow } from "./reuse.ts";

const opened = ["click:page"];
const redeemed = [...opened, "redeem:ok"];
const kept = [...redeemed, "keep:kept"];
const copied = [...kept, "api:ok", "theft:copied"];
const waited = [...copied, "wait:later"];
const used = [...waited, "thief_refresh:ok"];
const seen = [...used, "thief_api:ok"];
const expired = [...seen, "later:invalid_token!api.expiry"];
const noticed = [...expired, "refresh:invalid_grant!token.refresh-unspent"];
const ended = [...noticed, "thief_again:invalid_grant!token.grant-live"];
const still = [...ended, "thief_still:ok"];

const printFirst = [{ at: "thief_refresh", instead: "later" }];
const printRefreshed = [...waited, "later:invalid_token!api.expiry", "refresh:ok"];
const late = [...printRefreshed, "thief_late:invalid_grant!token.refresh-unspent"];
const printEnded = [...late, "print_again:invalid_grant!token.grant-live"];

const scenarios: readonly Scenario[] = [
  {
    name: "Mallory comes first: Print's use ends the family, and the access token lives on",
    via: [...still, "introspect:inactive", "over:shown"],
    ends: "done",
  },
  {
    name: "Print comes first: Mallory's use ends the family, for Print as well",
    choices: printFirst,
    via: [...printEnded, "print_still:ok", "introspect:inactive", "over:shown"],
    ends: "done",
  },
  {
    name: "the token is kept in memory: there is nothing in the storage",
    choices: [{ at: "keep", instead: "api" }],
    via: [...redeemed, "api:ok", "theft:nothing"],
    ends: "stop",
  },
  {
    name: "the API asks before anybody has noticed: the token is active",
    choices: [{ at: "thief_api", instead: "introspect" }],
    via: [...used, "introspect:active", "later:invalid_token!api.expiry"],
    ends: "refresh",
  },
  {
    name: "Alice comes back early: her access token still works",
    choices: [{ at: "wait", instead: "later" }],
    via: [...copied, "later:ok"],
    ends: "thief_refresh",
  },
  {
    name: "the last access token expires as well",
    choices: [{ at: "thief_still", clock: 900 }],
    via: [...ended, "thief_still:invalid_token!api.expiry"],
    ends: "thief_still",
  },
  {
    name: "the code is redeemed too late",
    choices: [{ at: "redeem", clock: 61 }],
    via: [...opened, "redeem:invalid_grant!token.code-fresh"],
    ends: "redeem",
  },
  {
    name: "the copy is of something else",
    choices: [{ at: "thief_refresh", edit: withFormParameter("refresh_token", "unknown") }],
    via: [...waited, "thief_refresh:invalid_grant!token.refresh-known"],
    ends: "thief_refresh",
  },
  ...tokenExits("redeem", opened),
  ...tokenExits("thief_refresh", waited),
  ...tokenExits("refresh", expired),
  ...tokenExits("thief_again", noticed),
  ...tokenExits("thief_late", printRefreshed, printFirst),
  ...tokenExits("print_again", late, printFirst),
  ...apiExits("api", kept),
  ...apiExits("thief_api", used),
  ...apiExits("later", seen, [], ["invalid_token", "insufficient_scope"]),
  refusedAt(
    "later",
    copied,
    [{ at: "wait", instead: "later" }],
    ["asks for more than was allowed", printJobs, "insufficient_scope!api.scope"],
  ),
  ...apiExits("thief_still", ended),
  ...apiExits("print_still", printEnded, printFirst),
  refusedAt(
    "introspect",
    still,
    [],
    [
      "the API's secret is wrong",
      withAuthorization(`Basic ${btoa("photo-api:wrong")}`),
      "invalid_client!token.client-authenticated",
    ],
  ),
  refusedAt("introspect", still, [], ["goes to an address that is none", elsewhere, "refused"]),
];

describeFlow("refresh-token/reuse-detected", reuseFlow, scenarios);

test("what Mallory copied is the token that Print holds, and what came of it ends with it", async () => {
  const lab = await openLab(reuseFlow);
  while (lab.walk().at !== "thief_refresh") await lab.send({ type: "NEXT" });
  const { values } = lab.walk();
  expect(values["mallorys_refresh_token"]).toBe(values["refresh_token"]);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const answer = lab.walk().taken.find(({ step }) => step === "introspect")?.entry.response?.body;
  expect(answer).toBe('{"active":false}');
});
