import type { VisitStep } from "../../flow/define-flow.ts";
import { AUTH } from "../cast.ts";
import { redirectOf } from "./classify.ts";

/** The authorization request as the browser makes it, however it came to it. */
export const authorizeFacts = {
  kind: "visit",
  title: "The browser asks for authorization",
  from: "browser",
  to: "as",
  channel: "front",
  stage: "ask",
  spec: "RFC 6749 §4.1.1",
  chapter: "ask",
  button: "send GET /authorize",
  classify: (answer) => {
    const target = redirectOf(answer);
    if (target === undefined) return "error_page";
    return target.origin === AUTH ? "login" : "error_redirect";
  },
  outcomes: {
    login: { label: "303 to the login page", next: "login_page" },
    error_redirect: { label: "303 with an error", next: "callback" },
    error_page: { label: "400 error page, no redirect" },
  },
} satisfies Omit<VisitStep<"login_page" | "callback", never, "browser" | "as">, "why" | "begin">;
