import type { Flow, Step, VisitStep } from "../../flow/define-flow.ts";
import { CALLBACK } from "../../grants/cast.ts";
import { s256 } from "../../oauth/pkce.ts";
import { randomToken } from "../../oauth/random.ts";
import type { NotApplicable, Way } from "../attack.ts";
import { led, withOutcomes, type Words } from "../../flow/edit-flow.ts";
import { readArrival } from "../steps/arrival.ts";
import { clientSecret } from "../steps/defences.ts";
import { askingSilently } from "../steps/silent-request.ts";
import { redeemCode, REDEEM, takenFrom, usedAtApi, USE, callWithToken } from "../steps/use.ts";
import { answered, type AnsweredTarget, type Target } from "../target.ts";
import { injected } from "./injected.ts";
import { withMallory, withoutPage, withPolicy } from "./page.ts";
import { scriptPolicy } from "./policy.ts";

const OPEN_WINDOW = "open_window";
const ASK = "silent_authorize";
const RETURN = "silent_callback";
const CHECK = "silent_check";
const REJECT = "silent_reject";
const READ = "read_window";

/** RFC 10017 §5.1.3: no stored token is needed to get a new one. */
export const silentFlowWay: Way = {
  id: "silent-flow",
  title: "A new token, wherever the old one is kept",
  modelled:
    "The second window, the cookies it sends, and what the first one can read of its address. The page that loads in it runs no script of its own here.",
  defences: [clientSecret, scriptPolicy],
  anyGrant: true,
  against: (target) => withoutPage(target.flow) ?? whereSignedIn(target),
  proof: usedAtApi,
};

const NEVER_SIGNS_IN: NotApplicable = {
  reason:
    "In this walk Alice does not sign in at the authorization server, so it has no session from which to answer silently.",
};

function whereSignedIn(target: Target): Flow | NotApplicable {
  const asked = answered(target);
  return asked === undefined ? NEVER_SIGNS_IN : silently(asked);
}

function silently(target: AnsweredTarget): Flow {
  const server = target.flow.sandbox.clientSite === "server";
  const flow = led(server ? withPolicy(target.flow) : target.flow, "done", OPEN_WINDOW);
  const verifier = target.pkce ? "mallory_verifier" : undefined;
  return withMallory(flow, {
    [OPEN_WINDOW]: openWindow,
    [ASK]: askingSilently(target, CALLBACK, {
      title: "The second window asks for authorization, with no page to be shown",
      spec: "OpenID Connect Core §3.1.2.1",
      why: "prompt=none: Alice’s session is there and she has allowed Print before, so the authorization server answers without a question. A page uses this to begin after a reload.",
      next: RETURN,
    }),
    ...(server ? returnToServer(target.flow.steps) : { [RETURN]: returnToPage }),
    [READ]: readArrival(takenFrom(target), {
      title: "Mallory’s script reads the second window’s address",
      spec: "RFC 10017 §5.1.3",
      why: "The window is at print.example again, and so is the script: the same origin, so the browser lets it look. Nobody has used the answer yet.",
      button: "read the window’s address",
    }),
    [REDEEM]: redeemCode(target, verifier),
    [USE]: callWithToken(target.flow),
  });
}

const openWindow = injected(
  {
    title: "Mallory’s script makes a verifier and opens a second window",
    spec: "RFC 10017 §5.1.3",
    why: "The script does not look for a token. It asks for a new one, as Print would, with a challenge of its own.",
    button: "open a window",
    outcomes: { opened: { label: "opened", next: ASK } },
  },
  async () => {
    const verifier = randomToken();
    return {
      outcome: "opened",
      values: { mallory_verifier: verifier, mallory_challenge: await s256(verifier) },
    };
  },
);

const returnToPage: VisitStep<string, string, string> = {
  kind: "visit",
  title: "The second window opens Print’s page, with the answer in its address",
  from: "browser",
  to: "host",
  channel: "front",
  stage: "use",
  spec: "RFC 10017 §5.1.3",
  why: "The redirect URI is Print’s own, exactly as registered. Exact matching has nothing to object to.",
  chapter: "attack",
  button: "follow the redirect",
  begin: { by: "redirect" },
  classify: (answer) => (answer.response?.status === 200 ? "page" : ""),
  outcomes: { page: { label: "200 page", next: READ } },
};

/** The client's server sees the answer first, and refuses it: the state is none that it made. */
function returnToServer(steps: Flow["steps"]): Flow["steps"] {
  return {
    [RETURN]: once(steps["callback"], CHECK, {
      title: "The second window brings the answer to Print’s server",
      why: "The redirect URI is Print’s own, exactly as registered.",
    }),
    [CHECK]: once(steps["check"], REJECT, {
      title: "Print checks what came back, and refuses it",
      why: "The state is none that Print made. So Print leaves the code alone, and that is all Mallory needs of it.",
    }),
    [REJECT]: once(steps["reject"], READ, {
      title: "Print answers with an error page",
      why: "The page stands at the address with the unused code.",
    }),
  };
}

function once(step: Step | undefined, next: string, words: Words): Step {
  if (step === undefined) throw new Error("There is no such step.");
  const told = withOutcomes(step, (outcome) => ({ ...outcome, next }));
  return { ...told, ...words, stage: "use", chapter: "attack" };
}
