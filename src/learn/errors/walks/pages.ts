import type { Flow } from "../../../flow/define-flow.ts";
import { changed, extended, led, type Words } from "../../../flow/edit-flow.ts";
import { secretPkceFlow } from "../../../grants/authorization-code/secret-pkce.ts";
import { ALICE, BOB } from "../../../grants/cast.ts";
import { PAGE } from "../answers.ts";
import { anewFlow, CONSENT_AGAIN, hinted, LOGIN_AGAIN } from "./asked-again.ts";
import { consentOf, NEXT, nextPage, opened, telling } from "./next-page.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

/** Another browser of the user's, which has none of the cookies of the first. */
const phone = {
  name: "Phone’s browser",
  role: "browser",
  what: "Another browser of Alice’s. It has none of the cookies of the one she began with.",
  profile: "phone",
} as const;

/** The flow in which the page of that step is opened on the phone, by the address the step before led to. */
function onThePhone(flow: Flow, before: string, id: string): Flow {
  const noted = extended(told(flow, before), { parties: { phone } });
  return changed(noted, id, (step) => ({
    ...opened(step, (read) => read(NEXT)),
    title: "Alice opens the address on her phone",
    from: "phone",
    why: "She has sent it to herself. The address says which sign-in it is about; only the cookie of the first browser says that it is hers.",
    userDoes: "opens the address on her phone",
    button: "open the address on the phone",
  }));
}

/** The flow in which somebody opens that consent page where that login page would come. */
function skipped(flow: Flow, login: string, consent: string, words: Words): Flow {
  return changed(led(flow, login, consent), consent, (step) => ({
    ...opened(step, (read) => consentOf(read(NEXT))),
    button: "open the consent page",
    ...words,
  }));
}

/** The flow that notes to which page a request leads. */
function told(flow: Flow, request: string): Flow {
  return extended(changed(flow, request, telling), { values: nextPage });
}

/** Walks that the pages of the authorization server do not go on with (RFC 6749 §10.12). */
export const pageWalks: readonly RefusalWalk[] = [
  refusal({
    check: "login.browser",
    code: PAGE,
    title: "A login page in another browser",
    story:
      "Alice began on her computer, sends herself the address of the login page, and opens it on her phone.",
    step: "login_page",
    right: secretPkceFlow,
    wrong: (flow) => onThePhone(flow, "authorize", "login_page"),
  }),
  refusal({
    check: "consent.browser",
    code: PAGE,
    title: "A consent page in another browser",
    story:
      "Alice has signed in on her computer, sends herself the address of the consent page, and opens it on her phone.",
    step: "consent_page",
    right: secretPkceFlow,
    wrong: (flow) => onThePhone(flow, "sign_in", "consent_page"),
  }),
  refusal({
    check: "consent.signed-in",
    code: PAGE,
    title: "A consent page before the login page",
    story: "Somebody tries to allow Print something in a browser in which nobody has signed in.",
    step: "consent_page",
    right: secretPkceFlow,
    wrong: (flow) =>
      skipped(told(flow, "authorize"), "login_page", "consent_page", {
        title: "Somebody opens the consent page without signing in",
        why: "The addresses of the two pages differ in one word, and anyone can type the other one.",
      }),
  }),
  refusal({
    check: "consent.signed-in-anew",
    code: PAGE,
    title: "A fresh sign-in that was skipped",
    story:
      "Alice is signed in. Print wants her to sign in again, by prompt=login, and somebody at her computer opens the consent page instead.",
    step: CONSENT_AGAIN,
    right: anewFlow,
    wrong: (flow) =>
      skipped(flow, LOGIN_AGAIN, CONSENT_AGAIN, {
        title: "Somebody opens the consent page of the second request",
        why: "The session of the browser is Alice’s. That the client asked for more than that, the server has noted with the request.",
      }),
  }),
  refusal({
    check: "consent.expected-user",
    code: PAGE,
    title: "Somebody else at the family’s computer",
    story:
      "Print asks for Alice once more, and sends her ID token along to say so. Meanwhile Bob has sat down, and signs in.",
    step: CONSENT_AGAIN,
    right: hinted(ALICE),
    wrong: () => hinted(BOB),
  }),
];
