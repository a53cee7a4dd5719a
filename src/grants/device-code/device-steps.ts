import type { ExchangeStep, LocalStep } from "../../flow/define-flow.ts";
import { GAVE_UP } from "../steps/client-pages.ts";
import { readTokens, tokenRefusals } from "../steps/tokens.ts";
import {
  codesAnswer,
  codesRequest,
  intervalIn,
  pollAnswer,
  pollRequest,
  readCodes,
} from "./request.ts";
import { codeScreen, problemScreen } from "./screens.ts";

type StepId =
  | "show_code"
  | "poll_early"
  | "open"
  | "back_off"
  | "poll"
  | "reject"
  | "api"
  | "codes";
type ValueId = keyof ReturnType<typeof readCodes> | "access_token" | "refresh_token" | "problem";
type Sent = ExchangeStep<StepId, ValueId, "device" | "as">;
type Own = LocalStep<StepId, ValueId, "device">;

const EXPIRED = "Nobody entered the code in time.";
const DENIED = "Somebody said no.";

const fromDevice = { kind: "exchange", from: "device", to: "as", channel: "back" } as const;
const onDevice = { kind: "local", from: "device", to: "device", channel: "local" } as const;

const expired = {
  label: "400 expired_token",
  next: "reject",
  read: () => ({ problem: EXPIRED }),
} as const;

const pending = { label: "400 authorization_pending", next: "open", notYet: true } as const;

/** What the device does by itself until it has tokens, or knows that it gets none. */
export const deviceSteps = {
  codes: {
    ...fromDevice,
    title: "The frame asks for two codes",
    stage: "ask",
    spec: "RFC 8628 §3.1",
    why: "A frame has no browser and no keyboard, so Alice cannot sign in on it. It asks the authorization server itself; nothing can be sent to it, so all it does is ask.",
    chapter: "ask",
    userDoes: "presses Connect",
    button: "send POST /device_authorization",
    request: codesRequest,
    classify: codesAnswer,
    outcomes: {
      ok: { label: "200 device_code, user_code", next: "show_code", read: readCodes },
      invalid_client: { label: "401 invalid_client" },
      invalid_scope: { label: "400 invalid_scope" },
      refused: { label: "refused" },
    },
  } satisfies Sent,
  show_code: {
    ...onDevice,
    title: "The frame shows the user code",
    stage: "ask",
    spec: "RFC 8628 §3.3",
    why: "The user code is short enough to type, and everyone in the room may see it. The device code stays inside: whoever has it can collect what Alice allows.",
    chapter: "show",
    button: "show the code",
    run: async (read) => ({
      outcome: "shown",
      page: codeScreen(read("verification_uri"), read("user_code")),
    }),
    outcomes: { shown: { label: "shown", next: "poll_early" } },
  } satisfies Own,
  poll_early: {
    ...fromDevice,
    title: "The frame asks whether Alice has decided",
    stage: "ask",
    spec: "RFC 8628 §3.4",
    why: "Nobody can call the frame when Alice is done, so it asks again and again. The error says that she is not, and is no failure.",
    chapter: "poll",
    button: "send POST /token",
    request: pollRequest,
    classify: pollAnswer,
    outcomes: {
      authorization_pending: pending,
      expired_token: expired,
      ...tokenRefusals,
    },
  } satisfies Sent,
  wait: {
    ...onDevice,
    title: "The frame waits for its interval",
    stage: "redeem",
    spec: "RFC 8628 §3.5",
    why: "It has been polling meanwhile and does not know that Alice is done. Between two polls it must wait for the interval it was given.",
    chapter: "redeem",
    button: "wait for the interval",
    run: async (read) => ({ outcome: "waited", wait: intervalIn(read) }),
    outcomes: { waited: { label: "waited", next: "poll" } },
  } satisfies Own,
  poll: {
    ...fromDevice,
    title: "The frame asks again",
    stage: "redeem",
    spec: "RFC 8628 §3.5",
    why: "The same request as before. This time the answer says what Alice decided, if she did; the tokens go to the device that holds the device code.",
    chapter: "redeem",
    button: "send POST /token",
    request: pollRequest,
    classify: pollAnswer,
    outcomes: {
      ok: { label: "200 access_token", next: "api", read: readTokens },
      authorization_pending: pending,
      slow_down: { label: "400 slow_down", next: "back_off", notYet: true },
      access_denied: {
        label: "400 access_denied",
        next: "reject",
        read: () => ({ problem: DENIED }),
      },
      expired_token: expired,
      ...tokenRefusals,
    },
  } satisfies Sent,
  back_off: {
    ...onDevice,
    title: "The frame slows down, for good",
    stage: "redeem",
    spec: "RFC 8628 §3.5",
    why: "After slow_down the interval grows by five seconds, for this and every later poll. A device that ignored it would only be told again.",
    chapter: "redeem",
    button: "wait five seconds longer",
    run: async (read) => {
      const interval = intervalIn(read) + 5;
      return { outcome: "waited", values: { interval: `${interval}` }, wait: interval };
    },
    outcomes: { waited: { label: "waited", next: "poll" } },
  } satisfies Own,
  expire: {
    ...onDevice,
    title: "Nobody comes until the codes have expired",
    stage: "redeem",
    spec: "RFC 8628 §3.2",
    why: "Both codes live for the time the frame was told. Long enough to fetch a phone and sign in; short enough that a code sent around in a mail is old when it is read.",
    chapter: "redeem",
    button: "wait until the codes expire",
    run: async (read) => ({ outcome: "waited", wait: Number(read("expires_in")) }),
    outcomes: { waited: { label: "waited", next: "poll" } },
  } satisfies Own,
  reject: {
    ...onDevice,
    title: "The frame says why it shows nothing",
    stage: "redeem",
    spec: "RFC 8628 §3.5",
    why: "After any other error than these two a device must stop polling. It begins anew only when somebody asks it to.",
    chapter: "redeem",
    button: "show what went wrong",
    run: async (read) => ({
      outcome: "shown",
      page: problemScreen(read.maybe("problem") ?? GAVE_UP),
    }),
    outcomes: { shown: { label: "shown", next: "stop" } },
    instead: [{ label: "Alice presses Connect again", next: "codes" }],
  } satisfies Own,
};
