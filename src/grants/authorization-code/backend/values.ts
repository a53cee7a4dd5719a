import type { ValueFacts } from "../../../flow/define-flow.ts";

const plain = (title: string, what: string) =>
  ({ title, what, tone: "plain", tracked: false }) satisfies ValueFacts;

/** What a page with a server behind it adds to the values of a walk. */
export const backendValues = {
  session: {
    title: "session",
    what: "The cookie of the signed-in browser; the tokens are behind it (RFC 10017 §6.1.2.3)",
    tone: "binding",
    tracked: true,
  },
  login: {
    title: "login",
    what: "The cookie of the browser that began this sign-in",
    tone: "binding",
    tracked: false,
  },
  returned_login: {
    title: "login",
    what: "The cookie that came back with the answer",
    tone: "binding",
    tracked: false,
  },
  asked_for: plain("asked for", "Method and path of the page’s request"),
  own_header: plain("header", "What only the page’s own script sends"),
  status: plain("status", "How the server turns a request away"),
  told: plain("told", "Why the server did not do what it was asked"),
} satisfies Record<string, ValueFacts>;
