import type { VisitStep } from "../../flow/define-flow.ts";
import { authenticate } from "../steps/authenticate.ts";
import { decidedAnswer, typedAnswer } from "./request.ts";

type StepId =
  | "type_code"
  | "tap"
  | "poll"
  | "expire"
  | "codes"
  | "login_page"
  | "consent_page"
  | "wait";
type ValueId = "verification_uri" | "verification_uri_complete" | "user_code";
type Visit = VisitStep<StepId, ValueId, "browser" | "as">;

const visit = {
  kind: "visit",
  from: "browser",
  to: "as",
  channel: "front",
  stage: "authenticate",
} as const;

const page = {
  classify: ({ response }: Parameters<Visit["classify"]>[0]) =>
    response?.status === 200 ? "page" : "refused",
  outcomes: {
    page: { label: "200 page with a form", next: "type_code" },
    refused: { label: "refused" },
  },
} as const;

/** What Alice does on a device of her own, with a browser. */
export const userSteps = {
  open: {
    ...visit,
    ...page,
    title: "Alice opens the address the frame shows",
    spec: "RFC 8628 §3.3",
    why: "On any device with a browser; here it is Alice’s phone. The frame and the phone never talk to each other: Alice carries the code between them.",
    chapter: "code",
    userDoes: "opens the address on her phone",
    button: "open auth.example/device",
    begin: { by: "opening", url: (read) => read("verification_uri") },
    instead: [
      { label: "Hold the phone to the frame", next: "tap" },
      { label: "Let the frame poll again at once", next: "poll" },
      { label: "Let nobody come until the codes expire", next: "expire" },
    ],
  } satisfies Visit,
  tap: {
    ...visit,
    ...page,
    title: "Alice holds her phone to the frame",
    spec: "RFC 8628 §3.3.1",
    why: "The frame hands over the address with the code in it (modelled: no radio is involved). Nothing is typed, so the page asks her to compare the codes all the more.",
    chapter: "code",
    userDoes: "holds her phone to the frame",
    button: "open the address with the code",
    begin: { by: "opening", url: (read) => read("verification_uri_complete") },
  } satisfies Visit,
  type_code: {
    ...visit,
    title: "Alice enters the code",
    spec: "RFC 8628 §6.1",
    why: "Case, dashes and spaces do not count. The code says which device is meant; what the authorization server learns of Alice comes next.",
    chapter: "code",
    userDoes: "enters the code the frame shows",
    button: "enter the code",
    begin: { by: "form", fields: (read) => ({ user_code: read("user_code") }) },
    classify: typedAnswer,
    outcomes: {
      login: { label: "303 to the login page", next: "login_page" },
      consent: { label: "303 to the consent page", next: "consent_page" },
      refused: { label: "400 no device waits for this code" },
      too_many: { label: "429 too many wrong codes" },
    },
    instead: [{ label: "Alice presses Connect again", next: "codes" }],
  } satisfies Visit,
  login_page: authenticate.login_page,
  sign_in: {
    ...authenticate.sign_in,
    why: "The password goes to the authorization server and to nobody else. The frame never sees it, and nobody spells it out on a remote control.",
  },
  consent_page: {
    ...authenticate.consent_page,
    spec: "RFC 8628 §5.4",
    why: "The page names the client and the code, and asks whether that device is in front of her. If somebody sent her the code, she would let in their device.",
  },
  consent: {
    ...authenticate.consent,
    spec: "RFC 8628 §3.3",
    why: "Nothing goes back through this browser: there is no redirect, and so no code in an address. The server notes her answer and tells her to return to the frame.",
    userDoes: "decides what the frame may do",
    classify: decidedAnswer,
    outcomes: {
      allowed: { label: "200 go back to your device", next: "wait" },
      denied: { label: "200 the device will be told", next: "wait" },
      refused: { label: "refused" },
    },
    instead: [{ label: "Let the frame poll meanwhile", next: "poll" }],
  } satisfies Visit,
};
