import { expect, test } from "vitest";
import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { apiExits, brokenToken, printJobs, refusedAt, tokenExits } from "../steps/exits.fixture.ts";
import { tabsFlow } from "./tabs.ts";

const opened = ["click:page"];
const kept = [...opened, "redeem:ok", "keep:kept"];
const shared = [...kept, "api:ok", "open_second:found"];
const waited = [...shared, "wait:later"];
const one = [...waited, "later:invalid_token!api.expiry"];
const both = [...one, "later_second:invalid_token!api.expiry"];
const locked = [...both, "lock:taken"];
const renewed = [...locked, "refresh:ok"];
const found = [...renewed, "store:stored", "lock_second:newer"];
const again = [...found, "retry:ok"];

const early = [{ at: "wait", instead: "later" }];
const broken = [...early, { at: "later", edit: brokenToken }];
const halfBroken = [...shared, "later:invalid_token!api.signature"];
const closed = [{ at: "store", instead: "lock_second" }];
const racing = [{ at: "lock", instead: "race" }];
const lost = [...renewed, "lock_second:same"];
const raced = [...both, "race:ok"];
const caught = [...raced, "race_second:invalid_grant!token.refresh-unspent"];
const unknown = withFormParameter("refresh_token", "unknown");
const tooMuch = [
  "asks for more than was allowed",
  printJobs,
  "insufficient_scope!api.scope",
] as const;

const scenarios: readonly Scenario[] = [
  {
    name: "the tabs take turns: one refresh, two answers",
    via: [...again, "retry_second:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "both refresh at once: the slower one ends it for both",
    choices: racing,
    via: [...caught, "race_after:invalid_grant!token.grant-live", "reject:shown"],
    ends: "stop",
  },
  {
    name: "the tab that refreshed is closed before it could store the new tokens",
    choices: closed,
    via: [...lost, "refresh_second:invalid_grant!token.refresh-unspent", "reject:shown"],
    ends: "stop",
  },
  {
    name: "tab one calls at once",
    choices: early,
    via: [...shared, "later:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "only tab one’s token is broken: tab two is served, and nobody refreshes",
    choices: broken,
    via: [...halfBroken, "later_second:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "the refresh token has ended meanwhile",
    choices: [{ at: "refresh", clock: 31 * 86_400 }],
    via: [...locked, "refresh:invalid_grant!token.refresh-idle", "reject:shown"],
    ends: "stop",
  },
  {
    name: "without a lock, the refresh token is another one",
    choices: [...racing, { at: "race", edit: unknown }],
    via: [...both, "race:invalid_grant!token.refresh-known", "reject:shown"],
    ends: "stop",
  },
  {
    name: "the code is redeemed too late",
    choices: [{ at: "redeem", clock: 61 }],
    via: [...opened, "redeem:invalid_grant!token.code-fresh"],
    ends: "redeem",
  },
  ...tokenExits("redeem", opened),
  ...tokenExits("refresh", locked),
  ...tokenExits("race", both, racing),
  ...tokenExits("race_second", raced, racing),
  ...tokenExits("race_after", caught, racing),
  ...tokenExits("refresh_second", lost, closed),
  ...apiExits("api", kept),
  ...apiExits("later", waited, [], ["invalid_token", "insufficient_scope"]),
  refusedAt("later", shared, early, tooMuch),
  ...apiExits("later_second", one, [], ["invalid_token", "insufficient_scope"]),
  refusedAt("later_second", halfBroken, broken, tooMuch),
  ...apiExits("retry", found),
  ...apiExits("retry_second", again),
];

describeFlow("refresh-token/two-tabs", tabsFlow, scenarios);

test("the second tab's answer came with the token that the first tab got", async () => {
  const lab = await openLab(tabsFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const sent = lab
    .walk()
    .taken.filter(({ step }) => step.startsWith("retry"))
    .map(({ entry }) => entry.request?.headers);
  expect(sent[0]).toEqual(expect.arrayContaining([...(sent[1] ?? [])]));
});
