import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { ALICE, AUTH, PRINT } from "../cast.ts";
import { authenticate } from "../steps/authenticate.ts";
import { authorizeFacts } from "../steps/authorize.ts";
import { checkCallback, checkedAnswer, CLEAN_ADDRESS } from "../steps/callback-checks.ts";
import { redirectOf } from "../steps/classify.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import { chapters, values } from "../steps/values.ts";
import { randomToken } from "../../oauth/random.ts";
import { carriesToken, issuedToMe } from "./callback-checks.ts";
import { authorizationUrl, readFragment, tokenIn } from "./request.ts";

const { code: _c, issued_code: _i, refresh_token: _r, ...implicitValues } = values;

/** The grant as a single-page application walked it: the token comes back in the fragment (RFC 6749 §4.2). */
export const implicitFlow: Flow = defineFlow({
  id: "implicit",
  title: "Implicit",
  summary:
    "A script in the page is the client. The access token comes to it through the address bar, past everything that can read an address.",
  sandbox: { clientSite: "static", without: [issuedToMe.id] },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: parties.page,
    host: parties.host,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.address, places.client, places.as, places.api],
  values: implicitValues,
  chapters: chapters
    .filter(({ id }) => id !== "redeem")
    .map((chapter) =>
      chapter.id === "code"
        ? { ...chapter, title: "The authorization server redirects back with the access token" }
        : chapter,
    ),
  given: { username: ALICE.username, password: ALICE.password },
  start: "click",
  steps: {
    click: pageSteps.click,
    prepare: {
      kind: "local",
      title: "Alice clicks “Log in with auth.example”; the script makes a state",
      from: "page",
      to: "page",
      channel: "local",
      stage: "ask",
      spec: "RFC 6749 §10.12",
      why: "The state is all that ties the answer to this tab. There is no code to redeem, so there is nothing a verifier could protect.",
      chapter: "ask",
      button: "make a state",
      run: async () => ({ outcome: "made", values: { state: randomToken() } }),
      outcomes: { made: { label: "made", next: "authorize" } },
    },
    authorize: {
      ...authorizeFacts,
      spec: "RFC 6749 §4.2.1",
      why: "The script asks for the token itself: response_type=token. The server does this only for clients that were registered for it.",
      begin: { by: "opening", url: authorizationUrl },
    },
    ...authenticate,
    consent: {
      ...authenticate.consent,
      spec: "RFC 6749 §4.2.2",
      why: "If the answer is yes, the redirect carries the access token itself, in the fragment. No request for it ever came from the client, so nothing proves who takes it.",
      classify: (answer) => {
        const target = redirectOf(answer);
        if (target === undefined || target.origin === AUTH) return "refused";
        return tokenIn(target) === undefined ? "denied" : "token";
      },
      outcomes: {
        token: {
          label: "303 #access_token, state, iss",
          next: "callback",
          read: (answer) => ({ issued_token: tokenIn(redirectOf(answer)) ?? "" }),
        },
        denied: { label: "303 #error=access_denied", next: "callback" },
        refused: { label: "refused" },
      },
    },
    callback: {
      kind: "visit",
      title: "The browser opens Print’s page, with the token in the address",
      from: "browser",
      to: "host",
      channel: "front",
      stage: "answer",
      spec: "RFC 6749 §4.2",
      why: "A browser does not send the fragment, so Print’s host never sees the token. But it stands in the address bar and in the history, and every script of the page can read it.",
      chapter: "code",
      button: "follow the redirect",
      begin: { by: "redirect" },
      classify: (answer) => (answer.response?.status === 200 ? "page" : ""),
      outcomes: { page: { label: "200 page and script", next: "check" } },
    },
    check: {
      kind: "local",
      title: "The script takes the token out of the address",
      from: "page",
      to: "page",
      channel: "local",
      stage: "answer",
      spec: "RFC 6749 §4.2.2",
      why: "A careful script compares state and issuer with what it kept, and clears the address. RFC 6749 gives it no way to ask whom the token was issued to.",
      chapter: "code",
      button: "read the fragment",
      run: async (read, { browser, leftOut }) => {
        const found = readFragment(browser.address);
        const checked = await checkCallback(
          {
            state: { kept: read("state"), returned: found.returned_state },
            issuer: { expected: AUTH, returned: found.returned_iss },
            error: found.returned_error,
            credential: found.access_token,
          },
          [carriesToken, issuedToMe],
          leftOut,
        );
        return {
          ...checked,
          values: { ...found, ...checked.values },
          ...(leftOut.has(CLEAN_ADDRESS) ? {} : { address: `${PRINT}/` }),
        };
      },
      outcomes: checkedAnswer("api"),
    },
    api: {
      ...pageSteps.api,
      why: "A bearer token works for whoever sends it. When it expires there is no refresh token: the page has to ask again, through the browser.",
    },
    show: pageSteps.show,
    reject: pageSteps.reject,
  },
});
