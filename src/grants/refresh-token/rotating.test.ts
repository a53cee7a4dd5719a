import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import { jsonObject } from "../../oauth/json.ts";
import { headerOf } from "../../oauth/wire.ts";
import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { apiExits, printJobs, refusedAt, tokenExits } from "../steps/exits.fixture.ts";
import { rotatingFlow } from "./rotating.ts";

const opened = ["click:page"];
const redeemed = [...opened, "redeem:ok"];
const used = [...redeemed, "api:ok"];
const waited = [...used, "wait:later"];
const expired = [...waited, "later:invalid_token!api.expiry"];
const renewed = [...expired, "refresh:ok"];

const less = [{ at: "refresh", instead: "less" }];
const away = (step: string, check: string): Scenario => ({
  name: `${step}: the refresh token has ended meanwhile`,
  choices: [{ at: "refresh", instead: step }],
  via: [...expired, `${step}:later`, `refresh:invalid_grant!${check}`, "reject:shown"],
  ends: "stop",
});

const scenarios: readonly Scenario[] = [
  {
    name: "the walk that goes well: the request that was refused is answered in the end",
    via: [...renewed, "retry:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "the API is called again at once: the same token works until it expires",
    choices: [{ at: "wait", instead: "later" }],
    via: [...used, "later:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "less is asked for: the access token may do less (RFC 6749 §6)",
    choices: less,
    via: [...expired, "less:ok", "retry:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "more is asked for than Alice allowed (RFC 6749 §6)",
    choices: [...less, { at: "less", edit: withFormParameter("scope", "photos.read admin") }],
    via: [...expired, "less:refused!token.scope-not-widened"],
    ends: "less",
  },
  away("month", "token.refresh-idle"),
  away("months", "token.refresh-fresh"),
  {
    name: "the refresh token is another one",
    choices: [{ at: "refresh", edit: withFormParameter("refresh_token", "unknown") }],
    via: [...expired, "refresh:invalid_grant!token.refresh-known", "reject:shown"],
    ends: "stop",
  },
  {
    name: "less: the refresh token is another one",
    choices: [...less, { at: "less", edit: withFormParameter("refresh_token", "unknown") }],
    via: [...expired, "less:invalid_grant!token.refresh-known", "reject:shown"],
    ends: "stop",
  },
  {
    name: "the code is redeemed too late",
    choices: [{ at: "redeem", clock: 61 }],
    via: [...opened, "redeem:invalid_grant!token.code-fresh"],
    ends: "redeem",
  },
  ...tokenExits("redeem", opened),
  ...tokenExits("refresh", expired),
  ...tokenExits("less", expired, less),
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

describeFlow("refresh-token/rotating-public", rotatingFlow, scenarios);

test("the refresh token is another one after each use, and never goes to the API", async () => {
  const lab = await openLab(rotatingFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const { taken } = lab.walk();
  const issued = taken
    .filter(({ step }) => step === "redeem" || step === "refresh")
    .map(({ entry }) => jsonObject(entry.response?.body ?? "")?.["refresh_token"]);
  expect(new Set(issued).size).toBe(2);
  const places = [...(knowledge(rotatingFlow, taken).get("refresh_token")?.keys() ?? [])];
  expect(places.toSorted()).toEqual(["as", "page"]);
});

test("the request that is sent again is the one that was refused, with another token", async () => {
  const lab = await openLab(rotatingFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const [refused, again] = ["later", "retry"].map(
    (id) => lab.walk().taken.find(({ step }) => step === id)?.entry.request,
  );
  const tokens = [refused, again].map((request) => request && headerOf(request, "Authorization"));
  expect(again?.url).toBe("https://api.example/photos");
  expect([again?.method, again?.url]).toEqual([refused?.method, refused?.url]);
  expect(new Set(tokens).size).toBe(2);
});
