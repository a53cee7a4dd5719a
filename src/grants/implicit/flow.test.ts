import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { describeFlow, type Scenario, withQueryParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { printJobs } from "../steps/exits.fixture.ts";
import { implicitFlow } from "./flow.ts";

const asked = ["click:page", "prepare:made", "authorize:login"];
const atConsent = [...asked, "login_page:page", "sign_in:signed_in", "consent_page:page"];
const arrived = [...atConsent, "consent:token", "callback:page"];
const inToken = [...arrived, "check:ok"];

const withoutQuery = (request: WireRequest): WireRequest => ({
  ...request,
  url: request.url.replace(/\?.*/, ""),
});
/** The same address with one parameter of its fragment set, or removed. */
const withFragment = (name: string, value: string | undefined) => (request: WireRequest) => {
  const url = new URL(request.url);
  const fragment = new URLSearchParams(url.hash.slice(1));
  if (value === undefined) fragment.delete(name);
  else fragment.set(name, value);
  url.hash = fragment.toString();
  return { ...request, url: url.href };
};

const refusedAtCheck = (
  name: string,
  edit: (request: WireRequest) => WireRequest,
  check: string,
): Scenario => ({
  name,
  choices: [{ at: "callback", edit }],
  via: [...arrived, `check:${check}`, "reject:shown"],
  ends: "stop",
});

describeFlow("implicit", implicitFlow, [
  { name: "the walk that goes well", via: [...inToken, "api:ok", "show:shown"], ends: "done" },
  {
    name: "the user denies",
    choices: [{ at: "consent", fill: { decision: "deny" } }],
    via: [
      ...atConsent,
      "consent:denied",
      "callback:page",
      "check:denied!client.no-error",
      "reject:shown",
    ],
    ends: "stop",
  },
  {
    name: "the password is wrong",
    choices: [{ at: "sign_in", fill: { username: "alice", password: "wrong" } }],
    via: [...asked, "login_page:page", "sign_in:wrong_password!login.password"],
    ends: "sign_in",
  },
  {
    name: "the client was not registered for it, and hears so in the fragment (RFC 6749 §4.2.2.1)",
    choices: [{ at: "authorize", edit: withQueryParameter("client_id", "print-page") }],
    via: [
      ...asked.slice(0, 2),
      "authorize:error_redirect!authorize.response-type-allowed",
      "callback:page",
      "check:denied!client.no-error",
      "reject:shown",
    ],
    ends: "stop",
  },
  {
    name: "the redirect URI is another one: a page, no redirect",
    choices: [
      { at: "authorize", edit: withQueryParameter("redirect_uri", "https://evil.example/cb") },
    ],
    via: [...asked.slice(0, 2), "authorize:error_page!authorize.redirect-uri"],
    ends: "authorize",
  },
  {
    name: "the login page is asked for without its interaction",
    choices: [{ at: "login_page", edit: withoutQuery }],
    via: [...asked, "login_page:refused!login.interaction"],
    ends: "login_page",
  },
  {
    name: "the consent page is asked for without its interaction",
    choices: [{ at: "consent_page", edit: withoutQuery }],
    via: [
      ...asked,
      "login_page:page",
      "sign_in:signed_in",
      "consent_page:refused!consent.interaction",
    ],
    ends: "consent_page",
  },
  {
    name: "the consent form says neither yes nor no",
    choices: [{ at: "consent", fill: { decision: "perhaps" } }],
    via: [...atConsent, "consent:refused!consent.decision"],
    ends: "consent",
  },
  refusedAtCheck(
    "the state that comes back is another one",
    withFragment("state", "another"),
    "refused!client.state",
  ),
  refusedAtCheck(
    "the answer names another issuer",
    withFragment("iss", "https://evil.example"),
    "refused!client.iss",
  ),
  refusedAtCheck(
    "the answer carries no token",
    withFragment("access_token", undefined),
    "refused!client.token",
  ),
  {
    name: "the access token expires: there is no refresh token to get another with (RFC 6749 §4.2.2)",
    choices: [{ at: "api", clock: 900 }],
    via: [...inToken, "api:invalid_token!api.expiry"],
    ends: "api",
  },
  {
    name: "the API is asked for more than was allowed",
    choices: [{ at: "api", edit: printJobs }],
    via: [...inToken, "api:insufficient_scope!api.scope"],
    ends: "api",
  },
  {
    name: "the API is called without the token",
    choices: [{ at: "api", edit: (request) => ({ ...request, headers: [] }) }],
    via: [...inToken, "api:refused!api.token-present"],
    ends: "api",
  },
]);

test("the token is in the address and in the page, never with Print’s host, and there is no refresh token", async () => {
  const lab = await openLab(implicitFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const known = knowledge(implicitFlow, lab.walk().taken);
  const places = [...(known.get("access_token")?.keys() ?? [])];
  expect(places.toSorted()).toEqual(["address", "api", "as", "page"]);
  const texts = lab.walk().taken.map(({ entry }) => JSON.stringify(entry));
  expect(texts.filter((text) => text.includes("refresh_token"))).toEqual([]);
});
