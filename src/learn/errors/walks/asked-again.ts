import { type Flow, type Read, type Step, stepOf } from "../../../flow/define-flow.ts";
import type { Account } from "../../../flow/as-user.ts";
import { changed, extended, promising } from "../../../flow/edit-flow.ts";
import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { ALICE, AUTH } from "../../../grants/cast.ts";
import { redirectOf } from "../../../grants/steps/classify.ts";
import { headerOf, withQuery } from "../../../oauth/wire.ts";
import { nextPage, opened, telling } from "./next-page.ts";

type Query = Readonly<Record<string, string>>;

/** The ids of the pages of the second request. */
export const LOGIN_AGAIN = "login_page_again";
export const CONSENT_AGAIN = "consent_page_again";

const CHAPTER = { id: "again", title: "Print asks once more" };

/** The sign-in after whose step the client asks a second time, and the walk goes on with `steps`. */
function askingAgain(
  after: string,
  query: (read: Read<string>) => Query,
  steps: Readonly<Record<string, Step>>,
): Flow {
  const flow = openIdConnectFlow;
  const [onward = "done"] = Object.keys(steps);
  const first = changed(flow, after, (step) => promising(step, "prepare_again"));
  return extended(first, {
    chapters: [CHAPTER],
    values: nextPage,
    steps: {
      prepare_again: {
        ...promising(stepOf(flow, "prepare"), "ask_again"),
        title: "Print makes a state, a nonce and a verifier for another request",
        chapter: CHAPTER.id,
      },
      ask_again: askAgain(flow, query, onward),
      ...steps,
    },
  });
}

function askAgain(flow: Flow, query: (read: Read<string>) => Query, next: string): Step {
  const authorize = opened(stepOf(flow, "authorize"), (read) =>
    withQuery(requestOf(flow, read), query(read)),
  );
  return telling({
    ...authorize,
    title: "The browser asks for authorization once more",
    chapter: CHAPTER.id,
    classify: (answer) => (redirectOf(answer)?.origin === AUTH ? "asked" : "refused"),
    outcomes: {
      asked: { label: "303 to the next page", next },
      refused: { label: "refused" },
    },
  });
}

/** Where the client sends the browser, as its redirect says. */
function requestOf(flow: Flow, read: Read<string>): string {
  const redirect = stepOf(flow, "redirect");
  if (redirect.kind !== "respond") throw new RangeError("The client answers with a redirect.");
  return headerOf(redirect.response(read, new Set()), "Location") ?? "";
}

function again(id: string, next: string): Step {
  return { ...promising(stepOf(openIdConnectFlow, id), next), chapter: CHAPTER.id };
}

/** The client asks twice, the second time for a fresh sign-in, and gets one (OpenID Connect Core §3.1.2.1). */
export const anewFlow: Flow = askingAgain(
  "sign_in",
  () => ({ prompt: "login" }),
  signingInAgain(
    ALICE,
    "Alice is signed in already. Whoever signs in now is at the computer now, and that is what the client asked for.",
  ),
);

/** The client asks once more for the user who was there before, and this one signs in. */
export function hinted(account: Account): Flow {
  return sharedBrowser(
    askingAgain(
      "redeem",
      (read) => ({ prompt: "login", id_token_hint: read("id_token") }),
      signingInAgain(
        account,
        "Name and password are right. Whom the client asked for is another matter.",
      ),
    ),
  );
}

/** The user signs in for the second request, and comes to its consent page. */
function signingInAgain(
  { name, username, password }: Account,
  why: string,
): Readonly<Record<string, Step>> {
  const [who = name] = name.split(" ");
  const signIn = again("sign_in", CONSENT_AGAIN);
  if (signIn.kind !== "visit") throw new RangeError("Signing in is a visit.");
  return {
    [LOGIN_AGAIN]: again("login_page", "sign_in_again"),
    sign_in_again: {
      ...signIn,
      title: `${who} signs in`,
      why,
      button: `sign in as ${username}`,
      begin: { by: "form", fields: () => ({ username, password }) },
    },
    [CONSENT_AGAIN]: again("consent_page", "done"),
  };
}

/** A browser of nobody in particular: who signs in with it says nothing of who the user of the walk is. */
function sharedBrowser(flow: Flow): Flow {
  const { browser } = flow.parties;
  if (browser === undefined) return flow;
  return extended(flow, {
    parties: { browser: { ...browser, name: "The family’s browser", profile: "family" } },
  });
}
