import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import { jsonObject } from "../../oauth/json.ts";
import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import {
  elsewhere,
  printJobs,
  refusedAt,
  tokenExits,
  brokenToken,
} from "../steps/exits.fixture.ts";
import { opaqueFlow } from "./opaque.ts";

const opened = ["click:page"];
const redeemed = [...opened, "redeem:ok"];
const used = [...redeemed, "api:ok"];
const revoked = [...used, "revoke:revoked"];
const forgetting = [{ at: "revoke", instead: "after" }];

const scenarios: readonly Scenario[] = [
  {
    name: "the token is revoked, and the API knows at once",
    via: [...revoked, "after:invalid_token!api.active", "over:shown"],
    ends: "done",
  },
  {
    name: "the token is only forgotten, and works for whoever has a copy",
    choices: forgetting,
    via: [...used, "after:ok", "over:shown"],
    ends: "done",
  },
  {
    name: "the token has expired: the authorization server says so, the API asks nothing else",
    choices: [{ at: "api", clock: 900 }],
    via: [...redeemed, "api:invalid_token!api.active"],
    ends: "api",
  },
  {
    name: "the code is redeemed too late",
    choices: [{ at: "redeem", clock: 61 }],
    via: [...opened, "redeem:invalid_grant!token.code-fresh"],
    ends: "redeem",
  },
  ...tokenExits("redeem", opened),
  refusedAt("api", redeemed, [], ["the token is another", brokenToken, "invalid_token!api.active"]),
  refusedAt("api", redeemed, [], ["for something else", printJobs, "insufficient_scope!api.scope"]),
  refusedAt("api", redeemed, [], ["goes to an address that is none", elsewhere, "refused"]),
  refusedAt(
    "revoke",
    used,
    [],
    [
      "the client is another",
      withFormParameter("client_id", "nobody"),
      "invalid_client!token.client-authenticated",
    ],
  ),
  refusedAt(
    "revoke",
    used,
    [],
    [
      "the client is one that the token was not issued to",
      withFormParameter("client_id", "print-page"),
      "refused!revoke.token-client",
    ],
  ),
  refusedAt("after", used, forgetting, [
    "for something else",
    printJobs,
    "insufficient_scope!api.scope",
  ]),
  refusedAt("after", revoked, [], ["goes to an address that is none", elsewhere, "refused"]),
];

describeFlow("access-token/opaque", opaqueFlow, scenarios);

test("the token says nothing; the trace tells what the API asked, and what it was told (RFC 7662 §2)", async () => {
  const lab = await openLab(opaqueFlow);
  while (lab.walk().at !== "revoke") await lab.send({ type: "NEXT" });
  const token = lab.walk().values["access_token"] ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  const [asked, ...others] = lab.walk().taken.at(-1)?.entry.asked ?? [];
  expect([others, asked?.request.method, asked?.request.url, asked?.request.body]).toEqual([
    [],
    "POST",
    "https://auth.example/introspect",
    `token=${token}&token_type_hint=access_token`,
  ]);
  expect(jsonObject(asked?.response.body ?? "")).toMatchObject({
    active: true,
    sub: "alice",
    client_id: "print-opaque",
    scope: "photos.read",
    aud: "https://api.example",
  });
  const places = [...(knowledge(opaqueFlow, lab.walk().taken).get("access_token")?.keys() ?? [])];
  expect(places.toSorted()).toEqual(["api", "as", "page"]);
});
