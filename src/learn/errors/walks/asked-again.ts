import { type Flow, type Read, type Step, stepOf } from "../../../flow/define-flow.ts";
import type { Account } from "../../../flow/as-user.ts";
import { changed, extended, promising } from "../../../flow/edit-flow.ts";
import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { AUTH } from "../../../grants/cast.ts";
import { redirectOf } from "../../../grants/steps/classify.ts";
import { headerOf, withQuery } from "../../../oauth/wire.ts";
import { consentOf, NEXT, nextPage, opened, telling } from "./next-page.ts";

type Query = Readonly<Record<string, string>>;

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

const again = (id: string, next: string): Step => ({
  ...promising(stepOf(openIdConnectFlow, id), next),
  chapter: CHAPTER.id,
});

/** The client asks twice, and the consent page of its second request is opened, whatever page comes next. */
export function askedTwice(query: Query = {}): Flow {
  const page = opened(again("consent_page", "done"), (read) => consentOf(read(NEXT)));
  return askingAgain("sign_in", () => query, {
    consent_again: {
      ...page,
      title: "Somebody opens the consent page of the second request",
      why: "The session of the browser is Alice’s. Whether the client asked for more than that, the server has noted with the request.",
      button: "open the consent page",
    },
  });
}

/** The client asks once more for the user who was there before, and this one signs in. */
export function hinted({ name, username, password }: Account): Flow {
  const [who = name] = name.split(" ");
  const signIn = again("sign_in", "consent_page_again");
  if (signIn.kind !== "visit") throw new RangeError("Signing in is a visit.");
  const flow = askingAgain(
    "redeem",
    (read) => ({ prompt: "login", id_token_hint: read("id_token") }),
    {
      login_page_again: again("login_page", "sign_in_again"),
      sign_in_again: {
        ...signIn,
        title: `${who} signs in`,
        why: "Name and password are right. Whom the client asked for is another matter.",
        button: `sign in as ${username}`,
        begin: { by: "form", fields: () => ({ username, password }) },
      },
      consent_page_again: again("consent_page", "done"),
    },
  );
  return sharedBrowser(flow);
}

/** A browser of nobody in particular: who signs in with it says nothing of who the user of the walk is. */
function sharedBrowser(flow: Flow): Flow {
  const { browser } = flow.parties;
  if (browser === undefined) return flow;
  return extended(flow, {
    parties: { browser: { ...browser, name: "The family’s browser", profile: "family" } },
  });
}
