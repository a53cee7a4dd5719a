import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { passwordFlow } from "./flow.ts";

const asked = ["click:delivered", "form:sent", "type:delivered"];
const inToken = [...asked, "token:ok"];

const refused = (
  name: string,
  edit: (request: WireRequest) => WireRequest,
  exit: string,
): Scenario => ({
  name,
  choices: [{ at: "token", edit }],
  via: [...asked, `token:${exit}`],
  ends: "token",
});

describeFlow("password", passwordFlow, [
  { name: "the walk that goes well", via: [...inToken, "api:ok", "show:sent"], ends: "done" },
  {
    name: "the password is wrong, and Print tells Alice",
    choices: [
      { at: "type", fill: { username: "alice", password: "wrong" } },
      { at: "token", instead: "reject" },
    ],
    via: [...asked, "reject:sent"],
    ends: "stop",
  },
  {
    name: "the password is wrong",
    choices: [{ at: "type", fill: { username: "alice", password: "wrong" } }],
    via: [...asked, "token:invalid_grant!token.password"],
    ends: "token",
  },
  {
    name: "five passwords are tried; the sixth is not looked at",
    choices: [{ at: "type", fill: { username: "alice", password: "wrong" } }],
    via: [
      ...asked,
      ...Array.from({ length: 5 }, () => "token:invalid_grant!token.password"),
      "token:invalid_grant!token.password-guesses",
    ],
    ends: "token",
  },
  refused(
    "the client proves nothing",
    (request) => ({
      ...request,
      headers: request.headers.filter(([name]) => name !== "Authorization"),
    }),
    "invalid_client!token.client-authenticated",
  ),
  refused(
    "the scope is more than the client may ask for",
    withFormParameter("scope", "jobs.read"),
    "invalid_scope!token.scope-allowed",
  ),
  refused(
    "no password comes with the name",
    withFormParameter("password", undefined),
    "invalid_request!token.password-present",
  ),
  refused(
    "the client asks for itself, for which it was not registered",
    withFormParameter("grant_type", "client_credentials"),
    "unauthorized_client!token.grant-type-allowed",
  ),
  refused(
    "the grant type is unknown",
    withFormParameter("grant_type", "magic"),
    "unsupported_grant_type!token.grant-type-supported",
  ),
  refused("the address is none", (request) => ({ ...request, url: `${request.url}x` }), "refused"),
  {
    name: "Print kept the password and uses it again when the token has expired",
    choices: [
      { at: "api", clock: 900 },
      { at: "api", instead: "token" },
    ],
    via: [...inToken, "api:invalid_token!api.expiry", "token:ok", "api:ok", "show:sent"],
    ends: "done",
  },
  {
    name: "the API is called without the token",
    choices: [{ at: "api", edit: (request) => ({ ...request, headers: [] }) }],
    via: [...inToken, "api:refused!api.token-present"],
    ends: "api",
  },
]);

test("a server that was not switched over refuses it, when Print has read the password already", async () => {
  const lab = await openLab({ ...passwordFlow, sandbox: { clientSite: "server" } });
  for (const _ of [...asked, "token"]) await lab.send({ type: "NEXT" });
  const { taken, at } = lab.walk();
  const refusedBy = taken.at(-1)?.entry.checks.find(({ outcome }) => outcome === "failed")?.id;
  expect([at, taken.at(-1)?.outcome, refusedBy]).toEqual([
    "token",
    "unsupported_grant_type",
    "token.grant-type-supported",
  ]);
  expect(knowledge(passwordFlow, taken).get("password")?.get("client")).toEqual({ position: 2 });
});

test("the client gets to see the password, which it sees in no other grant", async () => {
  const lab = await openLab(passwordFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const { taken, browser } = lab.walk();
  const known = knowledge(passwordFlow, taken).get("password");
  expect([...(known ?? [])].map(([place, { position }]) => [place, position])).toEqual([
    ["user", undefined],
    ["as", undefined],
    ["client", 2],
  ]);
  expect(browser.address).toBe("https://print.example/sign-in");
  expect(browser.page).toContain("Tea for three");
});
