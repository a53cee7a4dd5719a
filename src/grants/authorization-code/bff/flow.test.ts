import { expect, it } from "vitest";
import { diagramLines } from "../../../flow/diagram-lines.ts";
import { knowledge } from "../../../flow/knowledge.ts";
import { newWalk } from "../../../flow/walk.ts";
import { describeFlow, type Scenario } from "../../../testing/describe-flow.ts";
import { openLab } from "../../../testing/lab.ts";
import {
  apiExits,
  askingExits,
  redeemExits,
  tokenExits,
  wrongSecretOf,
} from "../scenarios.fixture.ts";
import { answered, asked, at, signedIn, withoutOwnHeader } from "../backend/scenarios.fixture.ts";
import { bffFlow } from "./flow.ts";

const beforeApi = [...signedIn, "photos:delivered", "guard:ok"];
const shown = ["show:sent", "render:shown"];
const refresh = { at: "api", instead: "refresh" };

const scenarios: Scenario[] = [
  { name: "the walk that goes well", via: [...beforeApi, "api:ok", ...shown], ends: "done" },
  ...askingExits({ asked, callback: "callback:delivered", reject: "reject:sent" }),
  ...redeemExits(answered, wrongSecretOf("print-bff")),
  {
    name: "the request lacks the header that only the page’s own script sends",
    choices: [{ at: "photos", edit: withoutOwnHeader }],
    via: [
      ...signedIn,
      "photos:delivered",
      "guard:refused!client.own-header",
      "turn_away:sent",
      "tell:shown",
    ],
    ends: "stop",
  },
  {
    name: "the page asks for something that is not on the list",
    choices: [{ at: "photos", edit: at("https://print.example/bff/https://evil.example") }],
    via: [
      ...signedIn,
      "photos:delivered",
      "guard:refused!client.route",
      "turn_away:sent",
      "tell:shown",
    ],
    ends: "stop",
  },
  {
    name: "the page asks the API itself, without a token",
    choices: [{ at: "photos", edit: at("https://api.example/photos") }],
    via: [...signedIn, "photos:elsewhere"],
    ends: "photos",
  },
  {
    name: "the access token has expired; the server gets another in the middle of the request",
    choices: [{ at: "api", clock: 3600 }, refresh],
    via: [...beforeApi, "api:invalid_token!api.expiry", "refresh:ok", "api:ok", ...shown],
    ends: "done",
  },
  {
    name: "nobody came for a month: the page is told to sign in again",
    choices: [{ at: "api", clock: 31 * 24 * 3600 }, refresh],
    via: [
      ...beforeApi,
      "api:invalid_token!api.expiry",
      "refresh:invalid_grant!token.refresh-idle",
      "turn_away:sent",
      "tell:shown",
    ],
    ends: "stop",
  },
  {
    name: "refresh: the secret is wrong",
    choices: [refresh, { at: "refresh", edit: wrongSecretOf("print-bff") }],
    via: [...beforeApi, "refresh:invalid_client!token.client-authenticated"],
    ends: "refresh",
  },
  ...tokenExits("refresh", beforeApi, [refresh]),
  ...apiExits(beforeApi),
];

describeFlow("authorization-code/bff", bffFlow, scenarios);

it("the page’s script knows neither code, token nor session (RFC 10017 §6.1.4)", async () => {
  const lab = await openLab(bffFlow);
  while (lab.walk().at !== "done") await lab.send({ type: "NEXT" });
  const { taken, browser } = lab.walk();
  const known = knowledge(bffFlow, taken);
  const places = (name: string) => [...(known.get(name)?.keys() ?? [])].toSorted();
  expect([places("access_token"), places("refresh_token"), places("session")]).toEqual([
    ["api", "as", "client"],
    ["as", "client"],
    ["client"],
  ]);
  expect(places("code")).toEqual(["address", "as", "client"]);
  expect(browser.scriptCanRead).toMatchObject({
    cookies: "",
    localStorage: {},
    sessionStorage: {},
  });
  expect(browser.page).toContain("Tea for three");
});

it("the picture promises no answer to the script before the server has one", () => {
  const lines = diagramLines(bffFlow, newWalk(bffFlow), { folded: false });
  const drawn = lines
    .filter(({ step }) => ["photos", "api", "show"].includes(step))
    .map(({ step, part, from, to }) => `${step} ${part} ${from}>${to}`);
  expect(drawn).toEqual([
    "photos request page>client",
    "api request client>api",
    "api response api>client",
    "show response client>page",
  ]);
});

it("its cookies keep to RFC 10017 §6.1.3.2", async () => {
  const lab = await openLab(bffFlow);
  while (lab.walk().at !== "home") await lab.send({ type: "NEXT" });
  const cookies = lab
    .walk()
    .taken.flatMap(({ entry }) => (entry.kind === "respond" ? (entry.response?.headers ?? []) : []))
    .filter(([name]) => name === "Set-Cookie")
    .map(([, value]) => value.replace(/^(__Host-Http-\w+)=[\w-]+;/, "$1=…;"));
  expect(cookies).toEqual([
    "__Host-Http-login=…; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax",
    "__Host-Http-session=…; Path=/; Secure; HttpOnly; SameSite=Strict",
    "__Host-Http-login=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax",
  ]);
});
