import type { VisitStep } from "../../flow/define-flow.ts";
import { AUTH } from "../cast.ts";
import { redirectOf } from "./classify.ts";

type StepId = "login_page" | "sign_in" | "consent_page" | "consent" | "callback";
type AuthenticateStep = VisitStep<StepId, "username" | "password", "browser" | "as">;

const consent = {
  kind: "visit",
  title: "Alice decides",
  from: "browser",
  to: "as",
  channel: "front",
  stage: "authenticate",
  spec: "RFC 6749 §4.1.2",
  why: "The answer leaves as a redirect, so that the browser carries it to the client. If it is yes, it holds a code: short-lived, and no use by itself.",
  chapter: "credentials",
  userDoes: "decides what print.example may do",
  button: "allow",
  begin: { by: "form", fields: () => ({ decision: "allow" }) },
  classify: (answer) => {
    const target = redirectOf(answer);
    if (target === undefined || target.origin === AUTH) return "refused";
    return target.searchParams.has("code") ? "code" : "denied";
  },
  outcomes: {
    code: {
      label: "303 code, state, iss",
      next: "callback",
      read: (answer) => ({ issued_code: redirectOf(answer)?.searchParams.get("code") ?? "" }),
    },
    denied: { label: "303 error=access_denied", next: "callback" },
    refused: { label: "refused" },
  },
} satisfies VisitStep<StepId, "issued_code", "browser" | "as">;

/** The messages in which the user signs in and consents on the AS's own pages; the redirect with the answer comes next. */
export const authenticate = {
  login_page: {
    kind: "visit",
    title: "The browser fetches the login page",
    from: "browser",
    to: "as",
    channel: "front",
    stage: "authenticate",
    spec: "RFC 6749 §3.1",
    why: "The authorization server must know who the user is before it can ask. How it finds out is its own affair.",
    chapter: "login",
    button: "get the login page",
    begin: { by: "redirect" },
    classify: (answer) => (answer.response?.status === 200 ? "page" : "refused"),
    outcomes: {
      page: { label: "200 login page", next: "sign_in" },
      refused: { label: "refused" },
    },
  },
  sign_in: {
    kind: "visit",
    title: "Alice signs in",
    from: "browser",
    to: "as",
    channel: "front",
    stage: "authenticate",
    spec: "RFC 6749 §1.3.1",
    why: "The password goes to the authorization server and to nobody else: the client never sees it. That is the point of OAuth.",
    chapter: "credentials",
    userDoes: "types name and password",
    button: "sign in as alice",
    begin: {
      by: "form",
      fields: (read) => ({ username: read("username"), password: read("password") }),
    },
    classify: (answer) => (redirectOf(answer) === undefined ? "wrong_password" : "signed_in"),
    outcomes: {
      signed_in: { label: "303 to the consent page", next: "consent_page" },
      wrong_password: { label: "400 wrong name or password" },
    },
  },
  consent_page: {
    kind: "visit",
    title: "The browser fetches the consent page",
    from: "browser",
    to: "as",
    channel: "front",
    stage: "authenticate",
    spec: "RFC 6749 §3.3",
    why: "The authorization server asks Alice, in its own name, what print.example may do. The session cookie tells it who has signed in.",
    chapter: "credentials",
    button: "get the consent page",
    begin: { by: "redirect" },
    classify: (answer) => (answer.response?.status === 200 ? "page" : "refused"),
    outcomes: {
      page: { label: "200 consent page", next: "consent" },
      refused: { label: "refused" },
    },
  },
  consent,
} satisfies Record<string, AuthenticateStep | typeof consent>;
