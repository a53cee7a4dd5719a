import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import { describeFlow, type Scenario } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { apiExits, tokenExits, withAuthorization } from "../steps/exits.fixture.ts";
import { browserFlow } from "./browser.ts";
import { cookieFlow } from "./cookie.ts";
import { workerFlow } from "./worker.ts";

const opened = ["click:page"];
const redeemed = [...opened, "redeem:ok"];
const late = (before: readonly string[]): Scenario => ({
  name: "the code is redeemed too late",
  choices: [{ at: "redeem", clock: 61 }],
  via: [...before, "redeem:invalid_grant!token.code-fresh"],
  ends: "redeem",
});

const inMemory = [...redeemed, "memory:kept", "look:nothing"];
const inStorage = (area: string): Scenario => ({
  name: `the token is kept in ${area}Storage: the other script finds it, and so does Print after a reload`,
  choices: [{ at: "memory", instead: area }],
  via: [
    ...redeemed,
    `${area}:kept`,
    "look:found",
    "api:ok",
    "listen:found",
    "reload:page",
    "find:kept",
    "again:ok",
    "show:shown",
  ],
  ends: "done",
});
const stored = [{ at: "memory", instead: "local" }];
const reloaded = inStorage("local").via.slice(0, -2);

describeFlow("access-token/in-the-browser", browserFlow, [
  {
    name: "the token is kept in memory: the other script waits for the call, and a reload loses it",
    via: [...inMemory, "api:ok", "listen:found", "reload:page", "find:lost"],
    ends: "done",
  },
  inStorage("session"),
  inStorage("local"),
  late(opened),
  ...tokenExits("redeem", opened),
  ...apiExits("api", inMemory),
  ...apiExits("again", reloaded, stored),
]);

describeFlow("access-token/in-a-worker", workerFlow, [
  {
    name: "the other script finds no token, and gets the photos all the same",
    via: [
      ...redeemed,
      "look:nothing",
      "api:ok",
      "tell:sent",
      "listen:nothing",
      "ask:ok",
      "show:shown",
    ],
    ends: "done",
  },
  {
    name: "the worker hands the token out: the other script finds it stored, and has heard it",
    choices: [{ at: "look", instead: "hand" }],
    via: [
      ...redeemed,
      "hand:handed",
      "look:found",
      "api:ok",
      "tell:sent",
      "listen:found",
      "ask:ok",
      "show:shown",
    ],
    ends: "done",
  },
  late(opened),
  ...tokenExits("redeem", opened),
  ...apiExits("api", [...redeemed, "look:nothing"]),
  ...apiExits("ask", [...redeemed, "look:nothing", "api:ok", "tell:sent", "listen:nothing"]),
]);

const wrongSecret = withAuthorization(`Basic ${btoa("print-server:wrong")}`);
const served = ["open:delivered", "redeem:ok", "begin:begun"];
const calling = [...served, "cookie:sent", "photos:delivered"];

describeFlow("access-token/behind-a-cookie", cookieFlow, [
  {
    name: "scripts find neither token nor session",
    via: [...calling, "api:ok", "show:sent", "look:nothing"],
    ends: "done",
  },
  {
    name: "without HttpOnly a script finds the session",
    choices: [{ at: "cookie", instead: "open_cookie" }],
    via: [...served, "open_cookie:sent", "photos:delivered", "api:ok", "show:sent", "look:session"],
    ends: "done",
  },
  late(["open:delivered"]),
  ...tokenExits("redeem", ["open:delivered"], [], wrongSecret),
  ...apiExits("api", calling),
]);

test.each([
  ["in the page", browserFlow, ["api", "as", "page"]],
  ["in the worker", workerFlow, ["api", "as", "worker"]],
  ["at Print’s server", cookieFlow, ["api", "as", "client"]],
])(
  "the token is known %s, to the API and to its issuer, and nowhere else",
  async (_, flow, places) => {
    const lab = await openLab(flow);
    while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
    const known = knowledge(flow, lab.walk().taken).get("access_token")?.keys() ?? [];
    expect([...known].toSorted()).toEqual(places);
  },
);
