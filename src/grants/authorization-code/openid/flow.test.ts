import { expect, it } from "vitest";
import type { WireRequest } from "../../../oauth/wire.ts";
import {
  describeFlow,
  type Scenario,
  withFormParameter,
  withQueryParameter,
} from "../../../testing/describe-flow.ts";
import { openLab } from "../../../testing/lab.ts";
import {
  apiExits,
  askingExits,
  authenticated,
  elsewhere,
  redeemExits,
  wrongSecretOf,
  wrongToken,
} from "../scenarios.fixture.ts";
import { openIdConnectFlow } from "./flow.ts";

const asked = ["click:delivered", "prepare:made", "redirect:sent", "authorize:login"];
const answered = [...asked, ...authenticated, "callback:delivered", "check:ok"];
const fetched = [...answered, "redeem:ok", "keys:ok"];
const known = [...fetched, "validate:ok", "userinfo:ok", "match:ok"];
const beforeApi = [...known, "signed_in:sent", "photos:delivered"];

const at = (url: string) => (request: WireRequest) => ({ ...request, url });

const scenarios: Scenario[] = [
  { name: "the walk that goes well", via: [...beforeApi, "api:ok", "show:sent"], ends: "done" },
  ...askingExits({ asked, callback: "callback:delivered", reject: "reject:sent" }),
  ...redeemExits(answered, wrongSecretOf("print-openid")),
  {
    name: "the verifier is another one; the right one still works",
    choices: [{ at: "redeem", edit: withFormParameter("code_verifier", "x".repeat(43)) }],
    via: [...answered, "redeem:invalid_grant!token.pkce", "redeem:ok"],
    ends: "keys",
  },
  {
    name: "the keys are fetched where there are none",
    choices: [{ at: "keys", edit: elsewhere }],
    via: [...answered, "redeem:ok", "keys:refused"],
    ends: "keys",
  },
  {
    name: "what was fetched are no keys",
    choices: [{ at: "keys", edit: at("https://auth.example/.well-known/openid-configuration") }],
    via: [...fetched, "validate:refused!client.id-token-signature", "reject:sent"],
    ends: "stop",
  },
  {
    name: "openid is taken out of the scope: no ID token",
    choices: [{ at: "authorize", edit: withQueryParameter("scope", "photos.read") }],
    via: [...fetched, "validate:refused!client.id-token-present", "reject:sent"],
    ends: "stop",
  },
  {
    name: "the nonce of the request is another one",
    choices: [{ at: "authorize", edit: withQueryParameter("nonce", "another") }],
    via: [...fetched, "validate:refused!client.id-token-nonce", "reject:sent"],
    ends: "stop",
  },
  {
    name: "the ID token has lain about for six minutes",
    choices: [{ at: "validate", clock: 360 }],
    via: [...fetched, "validate:refused!client.id-token-iat", "reject:sent"],
    ends: "stop",
  },
  {
    name: "the ID token has expired",
    choices: [{ at: "validate", clock: 600 }],
    via: [...fetched, "validate:refused!client.id-token-exp", "reject:sent"],
    ends: "stop",
  },
  {
    name: "UserInfo gets another token than was issued",
    choices: [{ at: "userinfo", edit: wrongToken }],
    via: [...fetched, "validate:ok", "userinfo:invalid_token!userinfo.token-known"],
    ends: "userinfo",
  },
  {
    name: "UserInfo is asked at an address that is none",
    choices: [{ at: "userinfo", edit: elsewhere }],
    via: [...fetched, "validate:ok", "userinfo:refused"],
    ends: "userinfo",
  },
  {
    name: "what came in place of claims names another subject, or none",
    choices: [{ at: "userinfo", edit: at("https://api.example/photos") }],
    via: [
      ...fetched,
      "validate:ok",
      "userinfo:ok",
      "match:refused!client.userinfo-sub",
      "reject:sent",
    ],
    ends: "stop",
  },
  ...apiExits(beforeApi),
];

describeFlow("authorization-code/openid-connect", openIdConnectFlow, scenarios);

it("the ID token is validated in eight checks, and the page names who signed in", async () => {
  const lab = await openLab(openIdConnectFlow);
  while (lab.walk().at !== "done") await lab.send({ type: "NEXT" });
  const { taken, browser } = lab.walk();
  const checked = taken.find(({ step }) => step === "validate")?.entry.checks ?? [];
  expect(checked.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "client.id-token-present passed",
    "client.id-token-signature passed",
    "client.id-token-iss passed",
    "client.id-token-aud passed",
    "client.id-token-exp passed",
    "client.id-token-iat passed",
    "client.id-token-nonce passed",
    "client.id-token-at-hash passed",
  ]);
  expect(browser.page).toContain("<p>Signed in: Alice Liddell, alice@mail.example</p>");
});
