import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import { requestOf } from "../../flow/walk.ts";
import { describeFlow, withFormParameter } from "../../testing/describe-flow.ts";
import { openLab } from "../../testing/lab.ts";
import { curlOf } from "../../ui/exchange/curl.ts";
import { withoutQuery } from "../authorization-code/scenarios.fixture.ts";
import { apiExits, elsewhere, tokenExits } from "../steps/exits.fixture.ts";
import { deviceFlow } from "./flow.ts";

const shown = ["codes:ok", "show_code:shown"];
const PENDING = "authorization_pending!token.device-decided";
const begun = [...shown, `poll_early:${PENDING}`];
const opened = [...begun, "open:page"];
const typed = [...opened, "type_code:login"];
const signedIn = [...typed, "login_page:page", "sign_in:signed_in"];
const asked = [...signedIn, "consent_page:page"];
const allowed = [...asked, "consent:allowed"];
const inToken = [...allowed, "wait:waited", "poll:ok"];
const rejected = ["reject:shown"];

const wrongClient = withFormParameter("client_id", "nobody");
const anotherDevice = withFormParameter("client_id", "wall-display");
const WRONG_CODE = { user_code: "BBBB-BBBB" };
const deny = { at: "consent", fill: { decision: "deny" } };

const replay = { at: "api", instead: "replay" };
const refresh = { at: "api", instead: "refresh" };

describeFlow("device-code/frame", deviceFlow, [
  { name: "the walk that goes well", via: [...inToken, "api:ok", "show:shown"], ends: "done" },
  {
    name: "the client is unknown (RFC 8628 §3.2)",
    choices: [{ at: "codes", edit: wrongClient }],
    via: ["codes:invalid_client!token.client-authenticated"],
    ends: "codes",
  },
  {
    name: "the scope is none of the client’s",
    choices: [{ at: "codes", edit: withFormParameter("scope", "photos.write") }],
    via: ["codes:invalid_scope!device.scope"],
    ends: "codes",
  },
  {
    name: "a client that is no device asks for codes",
    choices: [{ at: "codes", edit: withFormParameter("client_id", "print-page") }],
    via: ["codes:refused!device.grant-allowed"],
    ends: "codes",
  },
  ...tokenExits("poll_early", shown, []),
  {
    name: "another device polls with this one’s code; the right one still may",
    choices: [{ at: "poll_early", edit: anotherDevice }],
    via: [...shown, "poll_early:invalid_grant!token.device-client", `poll_early:${PENDING}`],
    ends: "open",
  },
  {
    name: "the codes expire before the first poll (RFC 8628 §3.5)",
    choices: [{ at: "poll_early", clock: 600 }],
    via: [...shown, "poll_early:expired_token!token.device-fresh", ...rejected],
    ends: "stop",
  },
  {
    name: "the page is asked for at another address",
    choices: [{ at: "open", edit: elsewhere }],
    via: [...begun, "open:refused"],
    ends: "open",
  },
  {
    name: "Alice holds the phone to the frame (RFC 8628 §3.3.1)",
    choices: [{ at: "open", instead: "tap" }],
    via: [
      ...begun,
      "tap:page",
      ...typed.slice(-1),
      ...allowed.slice(typed.length),
      "wait:waited",
      "poll:ok",
      "api:ok",
      "show:shown",
    ],
    ends: "done",
  },
  {
    name: "the phone opens another address than the frame’s",
    choices: [
      { at: "open", instead: "tap" },
      { at: "tap", edit: (request) => ({ ...request, url: `${withoutQuery(request).url}x` }) },
    ],
    via: [...begun, "tap:refused"],
    ends: "tap",
  },
  {
    name: "the frame polls again at once: slow_down, five seconds more, and then it may (RFC 8628 §3.5)",
    choices: [{ at: "open", instead: "poll" }],
    via: [
      ...begun,
      "poll:slow_down!token.device-interval",
      "back_off:waited",
      `poll:${PENDING}`,
      "open:page",
    ],
    ends: "type_code",
  },
  {
    name: "nobody comes until the codes expire, and the frame asks for new ones",
    choices: [
      { at: "open", instead: "expire" },
      { at: "reject", instead: "codes" },
    ],
    via: [...begun, "expire:waited", "poll:expired_token!token.device-fresh", "codes:ok"],
    ends: "show_code",
  },
  {
    name: "the code is another one; the right one, in small letters and without its dash, is taken (RFC 8628 §6.1)",
    choices: [
      { at: "type_code", fill: WRONG_CODE },
      {
        at: "type_code",
        edit: (request) => ({
          ...request,
          body: request.body?.replace("-", "").replace(/=.*/, (code) => code.toLowerCase()) ?? "",
        }),
      },
    ],
    via: [...opened, "type_code:refused!device.code-known", "type_code:login"],
    ends: "login_page",
  },
  {
    name: "too many codes are wrong; not even the right one is taken (RFC 8628 §5.1)",
    choices: Array.from({ length: 5 }, () => ({ at: "type_code", fill: WRONG_CODE })),
    via: [
      ...opened,
      ...Array.from({ length: 5 }, () => "type_code:refused!device.code-known"),
      "type_code:too_many!device.attempts",
    ],
    ends: "type_code",
  },
  {
    name: "the codes expire before the code is typed",
    choices: [
      { at: "type_code", clock: 600 },
      { at: "type_code", instead: "codes" },
    ],
    via: [...opened, "type_code:refused!device.code-waits", "codes:ok"],
    ends: "show_code",
  },
  {
    name: "the login page is asked for without its interaction",
    choices: [{ at: "login_page", edit: withoutQuery }],
    via: [...typed, "login_page:refused!login.interaction"],
    ends: "login_page",
  },
  {
    name: "the password is wrong",
    choices: [{ at: "sign_in", fill: { username: "alice", password: "wrong" } }],
    via: [...typed, "login_page:page", "sign_in:wrong_password!login.password"],
    ends: "sign_in",
  },
  {
    name: "the consent page is asked for without its interaction",
    choices: [{ at: "consent_page", edit: withoutQuery }],
    via: [...signedIn, "consent_page:refused!consent.interaction"],
    ends: "consent_page",
  },
  {
    name: "the consent form says neither yes nor no",
    choices: [{ at: "consent", fill: { decision: "perhaps" } }],
    via: [...asked, "consent:refused!consent.decision"],
    ends: "consent",
  },
  {
    name: "Alice decides after the frame has stopped waiting; it is told to begin anew",
    choices: [
      { at: "consent", clock: 594 },
      { at: "consent", instead: "poll" },
    ],
    via: [
      ...asked,
      "consent:refused!consent.open",
      "poll:expired_token!token.device-fresh",
      ...rejected,
    ],
    ends: "stop",
  },
  {
    name: "Alice denies, changes her mind, and is signed in already (RFC 8628 §3.5)",
    choices: [deny, { at: "reject", instead: "codes" }],
    via: [
      ...asked,
      "consent:denied",
      "wait:waited",
      "poll:access_denied!token.device-not-denied",
      ...opened,
      "type_code:consent",
      "consent_page:page",
      "consent:allowed",
      "wait:waited",
      "poll:ok",
    ],
    ends: "api",
  },
  {
    name: "another device polls once Alice has allowed it; the right one still may",
    choices: [{ at: "poll", edit: anotherDevice }],
    via: [...allowed, "wait:waited", "poll:invalid_grant!token.device-client", "poll:ok"],
    ends: "api",
  },
  ...tokenExits("poll", [...allowed, "wait:waited"], []),
  {
    name: "the device code is used twice: what it gave is revoked",
    choices: [replay],
    via: [
      ...inToken,
      "replay:invalid_grant!token.device-unspent",
      "refresh:invalid_grant!token.grant-live",
      ...rejected,
    ],
    ends: "stop",
  },
  ...tokenExits("replay", inToken, [replay]),
  {
    name: "the access token has expired; the refresh token gets another",
    choices: [{ at: "api", clock: 3600 }, refresh],
    via: [...inToken, "api:invalid_token!api.expiry", "refresh:ok", "api:ok", "show:shown"],
    ends: "done",
  },
  ...tokenExits("refresh", inToken, [refresh]),
  ...apiExits("api", inToken),
]);

test("an address that carries the user code shows it to whatever sees addresses (RFC 8628 §3.3.1)", async () => {
  const lab = await openLab(deviceFlow);
  while (lab.walk().at !== "open") await lab.send({ type: "NEXT" });
  await lab.send({ type: "INSTEAD", step: "tap" });
  const known = knowledge(deviceFlow, (await lab.send({ type: "NEXT" })).taken);
  expect([...(known.get("user_code")?.keys() ?? [])].toSorted()).toEqual([
    "address",
    "as",
    "device",
    "user",
  ]);
});

test("the device code and the tokens stay with the device; the user code is seen by Alice, and in no address", async () => {
  const lab = await openLab(deviceFlow);
  while (lab.state() === "waiting") await lab.send({ type: "NEXT" });
  const known = knowledge(deviceFlow, lab.walk().taken);
  const placesOf = (value: string) => [...(known.get(value)?.keys() ?? [])].toSorted();
  expect({
    password: placesOf("password"),
    device_code: placesOf("device_code"),
    user_code: placesOf("user_code"),
    access_token: placesOf("access_token"),
    refresh_token: placesOf("refresh_token"),
  }).toEqual({
    password: ["as", "user"],
    device_code: ["as", "device"],
    user_code: ["as", "device", "user"],
    access_token: ["api", "as", "device"],
    refresh_token: ["as", "device"],
  });
});

test("in a shell the code that is typed is the one that was given there, not this walk’s", async () => {
  const lab = await openLab(deviceFlow);
  while (lab.walk().at !== "type_code") await lab.send({ type: "NEXT" });
  const walk = lab.walk();
  const request = requestOf(deviceFlow, "type_code", walk);
  expect(request && curlOf(deviceFlow, walk, "front", request, walk.taken.length)).toBe(
    [
      `USER_CODE=$(printf '%s' "$DEVICE_AUTHORIZATION_RESPONSE" | sed -n 's/.*"user_code": *"\\([^"]*\\)".*/\\1/p')`,
      "TO=$(curl -si -o /dev/stderr -w '%{redirect_url}' \\",
      "  -b jar -c jar \\",
      '  --data-urlencode "user_code=$' + '{USER_CODE}" \\',
      "  http://127.0.0.1:9000/device)",
      "NEXT=$" + "{TO:-$NEXT}",
    ].join("\n"),
  );
});
