import { expect, it } from "vitest";
import { knowledge } from "../../../flow/knowledge.ts";
import { describeFlow, type Scenario, withFormParameter } from "../../../testing/describe-flow.ts";
import { openLab } from "../../../testing/lab.ts";
import {
  apiExits,
  askingExits,
  authenticated,
  redeemExits,
  tokenExits,
} from "../scenarios.fixture.ts";
import { nativeAppFlow } from "./flow.ts";
import { isLoopback, listenAddress } from "./redirect.ts";

const asked = ["click:clicked", "prepare:made", "authorize:login"];
const answered = [...asked, ...authenticated, "callback:listening", "close:sent", "check:ok"];
const tokens = [...answered, "redeem:ok"];
const wrongClient = withFormParameter("client_id", "nobody");
const refresh = { at: "api", instead: "refresh" };

/** The way in which the answer is handed to the app. */
const handed = (prepared: string) => [
  "click:clicked",
  `${prepared}:made`,
  "authorize:login",
  ...authenticated,
  "callback:handed",
  "check:ok",
  "redeem:ok",
  "api:ok",
  "show:shown",
];

/** The same with the page by which the app closes the loop. */
const closing = (scenarios: Scenario[]): Scenario[] =>
  scenarios.map((scenario) => ({
    ...scenario,
    via: scenario.via.flatMap((message) =>
      message === "callback:listening" ? [message, "close:sent"] : [message],
    ),
  }));

const scenarios: Scenario[] = [
  { name: "the walk that goes well", via: [...tokens, "api:ok", "show:shown"], ends: "done" },
  {
    name: "the app has a scheme of its own",
    choices: [{ at: "prepare", instead: "prepare_scheme" }],
    via: handed("prepare_scheme"),
    ends: "done",
  },
  {
    name: "the app has claimed an https address",
    choices: [{ at: "prepare", instead: "prepare_claimed" }],
    via: handed("prepare_claimed"),
    ends: "done",
  },
  ...closing(askingExits({ asked, callback: "callback:listening", reject: "reject:shown" })),
  {
    name: "the verifier is another one; the right one still works",
    choices: [{ at: "redeem", edit: withFormParameter("code_verifier", "x".repeat(43)) }],
    via: [...answered, "redeem:invalid_grant!token.pkce", "redeem:ok"],
    ends: "api",
  },
  ...redeemExits(answered, wrongClient),
  {
    name: "weeks later the access token has expired; the refresh token gets another",
    choices: [{ at: "api", clock: 10 * 24 * 3600 }, refresh],
    via: [...tokens, "api:invalid_token!api.expiry", "refresh:ok", "api:ok", "show:shown"],
    ends: "done",
  },
  {
    name: "months later it has expired, too",
    choices: [{ at: "api", clock: 90 * 24 * 3600 }, refresh],
    via: [
      ...tokens,
      "api:invalid_token!api.expiry",
      "refresh:invalid_grant!token.refresh-fresh",
      "reject:shown",
    ],
    ends: "stop",
  },
  {
    name: "refresh: the client is unknown",
    choices: [refresh, { at: "refresh", edit: wrongClient }],
    via: [...tokens, "refresh:invalid_client!token.client-authenticated"],
    ends: "refresh",
  },
  ...tokenExits("refresh", tokens, [refresh]),
  ...apiExits(tokens),
];

describeFlow("authorization-code/native-app", nativeAppFlow, scenarios);

it("listens at a free port of loopback, another each time (RFC 8252 §7.3)", () => {
  const addresses = Array.from({ length: 50 }, listenAddress);
  expect(
    addresses.filter((address) => !/^http:\/\/127\.0\.0\.1:\d{5}\/callback$/.test(address)),
  ).toEqual([]);
  expect(new Set(addresses).size).toBeGreaterThan(40);
  expect([isLoopback("http://127.0.0.1:51004/x"), isLoopback("https://print.example/")]).toEqual([
    true,
    false,
  ]);
});

it("the tokens are the app’s alone; the browser has seen the code, and the password is the user’s (RFC 8252 §8.12)", async () => {
  const lab = await openLab(nativeAppFlow);
  while (lab.walk().at !== "done") await lab.send({ type: "NEXT" });
  const { taken } = lab.walk();
  const known = knowledge(nativeAppFlow, taken);
  const places = (name: string) => [...(known.get(name)?.keys() ?? [])].toSorted();
  expect(
    ["password", "code", "verifier", "access_token", "refresh_token"].map((name) => [
      name,
      places(name),
    ]),
  ).toEqual([
    ["password", ["as", "user"]],
    ["code", ["address", "as", "device"]],
    ["verifier", ["as", "device"]],
    ["access_token", ["api", "as", "device"]],
    ["refresh_token", ["as", "device"]],
  ]);
});
