import { expect, it } from "vitest";
import { knowledge } from "../../../flow/knowledge.ts";
import { headerOf } from "../../../oauth/wire.ts";
import { describeFlow, type Scenario } from "../../../testing/describe-flow.ts";
import { type Lab, openLab } from "../../../testing/lab.ts";
import { apiExits, brokenToken } from "../../steps/exits.fixture.ts";
import { askingExits, redeemExits, tokenExits, wrongSecretOf } from "../scenarios.fixture.ts";
import { answered, asked, at, signedIn, withoutOwnHeader } from "../backend/scenarios.fixture.ts";
import { mediatingFlow } from "./flow.ts";

const beforeApi = [...signedIn, "token:delivered", "guard:ok", "hand_over:sent"];
const renewing = ["renew:delivered", "guard:renewal"];
const renewed = [...renewing, "refresh:ok", "hand_over:sent"];
const served = ["api:ok", "render:shown"];
const turnedAway = ["turn_away:sent", "tell:shown"];
const renew = { at: "api", instead: "renew" };
const expired = { at: "api", clock: 3600 };

const scenarios: Scenario[] = [
  { name: "the walk that goes well", via: [...beforeApi, ...served], ends: "done" },
  ...askingExits({ asked, callback: "callback:delivered", reject: "reject:sent" }),
  ...redeemExits(answered, wrongSecretOf("print-mediating")),
  {
    name: "the request for the token lacks the header that only the page’s own script sends",
    choices: [{ at: "token", edit: withoutOwnHeader }],
    via: [...signedIn, "token:delivered", "guard:refused!client.own-header", ...turnedAway],
    ends: "stop",
  },
  {
    name: "the page asks its server for photos, which that does not have",
    choices: [{ at: "token", edit: at("https://print.example/backend/photos") }],
    via: [...signedIn, "token:delivered", "guard:refused!client.route", ...turnedAway],
    ends: "stop",
  },
  {
    name: "the page asks another site for its token",
    choices: [{ at: "token", edit: at("https://api.example/photos") }],
    via: [...signedIn, "token:elsewhere"],
    ends: "token",
  },
  {
    name: "the access token has expired: the page gets another and calls again",
    choices: [expired],
    via: [...beforeApi, "api:invalid_token!api.expiry", ...renewed, ...served],
    ends: "done",
  },
  {
    name: "the API takes the token for another: the page does what it does about every 401",
    choices: [{ at: "api", edit: brokenToken }],
    via: [...beforeApi, "api:invalid_token!api.signature", ...renewed, ...served],
    ends: "done",
  },
  {
    name: "the request for another token lacks the header",
    choices: [expired, { at: "renew", edit: withoutOwnHeader }],
    via: [
      ...beforeApi,
      "api:invalid_token!api.expiry",
      "renew:delivered",
      "guard:refused!client.own-header",
      ...turnedAway,
    ],
    ends: "stop",
  },
  {
    name: "the page asks another site for another token",
    choices: [renew, { at: "renew", edit: at("https://api.example/photos") }],
    via: [...beforeApi, "renew:elsewhere"],
    ends: "renew",
  },
  {
    name: "nobody came for a month: the page is told to sign in again",
    choices: [{ at: "api", clock: 31 * 24 * 3600 }],
    via: [
      ...beforeApi,
      "api:invalid_token!api.expiry",
      ...renewing,
      "refresh:invalid_grant!token.refresh-idle",
      ...turnedAway,
    ],
    ends: "stop",
  },
  {
    name: "refresh: the secret is wrong",
    choices: [renew, { at: "refresh", edit: wrongSecretOf("print-mediating") }],
    via: [...beforeApi, ...renewing, "refresh:invalid_client!token.client-authenticated"],
    ends: "refresh",
  },
  ...tokenExits("refresh", [...beforeApi, ...renewing], [renew]),
  ...apiExits("api", beforeApi, [], ["invalid_token"]),
];

describeFlow("authorization-code/token-mediating", mediatingFlow, scenarios);

async function walkTo(lab: Lab, step: string) {
  while (lab.walk().at !== step) await lab.send({ type: "NEXT" });
}

it("the page’s script knows the access tokens, and neither refresh token, code nor session (RFC 10017 §6.2.4)", async () => {
  const lab = await openLab(mediatingFlow);
  await walkTo(lab, "api");
  await lab.client.advance(3600);
  await walkTo(lab, "done");
  const { taken, browser } = lab.walk();
  const known = knowledge(mediatingFlow, taken);
  const places = (name: string) => [...(known.get(name)?.keys() ?? [])].toSorted();
  expect([places("access_token"), places("refresh_token"), places("session")]).toEqual([
    ["api", "as", "client", "page"],
    ["as", "client"],
    ["client"],
  ]);
  expect([places("code"), places("client_secret")]).toEqual([
    ["address", "as", "client"],
    ["as", "client"],
  ]);
  expect(browser.scriptCanRead).toMatchObject({
    cookies: "",
    localStorage: {},
    sessionStorage: {},
  });
  expect(browser.page).toContain("Tea for three");
});

it("a renewal gives the page another access token, and the server another refresh token (RFC 9700 §4.14.2)", async () => {
  const lab = await openLab(mediatingFlow);
  await walkTo(lab, "api");
  const before = lab.walk().values;
  await lab.send({ type: "INSTEAD", step: "renew" });
  await walkTo(lab, "api");
  const after = lab.walk().values;
  const changed = (name: string) => before[name] !== after[name];
  expect([changed("access_token"), changed("refresh_token"), changed("session")]).toEqual([
    true,
    true,
    false,
  ]);
});

it("what hands over the token is kept by no cache, and has no other token in it (RFC 10017 §6.2.2.1, RFC 6749 §5.1)", async () => {
  const lab = await openLab(mediatingFlow);
  await walkTo(lab, "api");
  const { taken, values } = lab.walk();
  const response = taken.at(-1)?.entry.response;
  expect([response?.status, response && headerOf(response, "Cache-Control")]).toEqual([
    200,
    "no-store",
  ]);
  expect(JSON.parse(response?.body ?? "")).toEqual({
    access_token: values["access_token"],
    token_type: "Bearer",
  });
});

it("the page calls the API itself, across origins and without a cookie (RFC 10017 §6.2.1)", async () => {
  const lab = await openLab(mediatingFlow);
  await walkTo(lab, "render");
  const entry = lab.walk().taken.at(-1)?.entry;
  const sent = entry?.request;
  expect(sent && [headerOf(sent, "Origin"), headerOf(sent, "Cookie")]).toEqual([
    "https://print.example",
    undefined,
  ]);
  expect(entry?.preflight?.request.method).toBe("OPTIONS");
});
