import type { Flow, LocalStep } from "../../../flow/define-flow.ts";
import { preceded } from "../../../flow/edit-flow.ts";
import { bffFlow } from "../../../grants/authorization-code/bff/flow.ts";
import { secretPkceFlow } from "../../../grants/authorization-code/secret-pkce.ts";
import { EVIL } from "../../../grants/cast.ts";
import { implicitFlow } from "../../../grants/implicit/flow.ts";
import { waiting } from "../../../grants/steps/refresh.ts";
import { CLIENT } from "../answers.ts";
import { denied } from "./deciding.ts";
import { alteredOnTheWay, inFragment, inQuery } from "./on-the-way.ts";
import { overwritten } from "./other-tab.ts";
import { quizFlow, swapped } from "./quiz.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

const own = { code: CLIENT, step: "check" } as const;

const awhile: LocalStep<string, string, string> = waiting(
  {
    title: "Alice’s train is in a tunnel for eleven minutes",
    why: "The browser cannot follow the redirect meanwhile. The cookie that says which browser began lives for ten minutes, and is dropped.",
    party: "browser",
    chapter: "code",
    button: "let 11 minutes go by",
    spec: "RFC 10017 §6.1.3.2",
  },
  () => 11 * 60,
  "callback",
);

const late = (flow: Flow) => preceded(flow, "callback", "tunnel", awhile);

/** Answers that come to the client’s redirect URI, and that it does not go on with. */
export const answerWalks: readonly RefusalWalk[] = [
  refusal({
    ...own,
    check: "client.session",
    title: "An answer that comes without the cookie",
    story:
      "Print remembers in a cookie which browser began, for ten minutes. Alice’s answer takes longer, and her browser brings it without.",
    right: bffFlow,
    wrong: late,
  }),
  refusal({
    ...own,
    check: "client.state",
    title: "Two tabs, and one place for the state",
    story:
      "Print keeps one state for each browser. Alice begins in a second tab, and comes back from the first.",
    right: secretPkceFlow,
    wrong: (flow) => overwritten(flow, "state"),
  }),
  refusal({
    ...own,
    check: "client.iss",
    title: "An answer in another server’s name",
    story:
      "Something between auth.example and Print writes another issuer into the answer. A client that sent this code to that issuer would give it away.",
    right: secretPkceFlow,
    wrong: (flow) => alteredOnTheWay(flow, inQuery("iss", EVIL)),
  }),
  refusal({
    ...own,
    check: "client.no-error",
    title: "Alice says no",
    story:
      "Alice reads what Print wants and does not allow it. The answer says so, and Print stops.",
    right: secretPkceFlow,
    wrong: denied,
  }),
  refusal({
    ...own,
    check: "client.code",
    title: "A code that was cut off",
    story:
      "A filter between auth.example and Print takes what looks like a secret out of addresses, and the code looks like one.",
    right: secretPkceFlow,
    wrong: (flow) => alteredOnTheWay(flow, inQuery("code")),
  }),
  refusal({
    ...own,
    check: "client.token",
    title: "A token that was cut off",
    story:
      "An extension of Alice’s browser takes access tokens out of addresses. That is well meant, and RFC 6749 gives the implicit grant no other way to send one.",
    right: implicitFlow,
    wrong: (flow) =>
      alteredOnTheWay(
        flow,
        inFragment("access_token", () => undefined),
      ),
  }),
  refusal({
    ...own,
    check: "client.token-own",
    title: "The token of another application",
    story:
      "Alice plays Quiz, which is Mallory’s. Mallory signs in at Print, and puts Quiz’s token for Alice in place of the one that came. This page asks whom a token was issued to, as few did.",
    right: quizFlow,
    wrong: swapped,
  }),
];
