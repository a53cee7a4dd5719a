import { type Flow, type Step, stepOf } from "../../flow/define-flow.ts";
import { led, withOutcomes, type Words } from "../../flow/edit-flow.ts";
import type { NotApplicable, Way } from "../attack.ts";
import { handOverIn } from "../parts.ts";
import { callWithToken, readStolen, USE, usedAtApi } from "../steps/use.ts";
import { injected } from "./injected.ts";
import { onceMore, withMallory, withoutPage, withoutSession, withPolicy } from "./page.ts";
import { scriptPolicy } from "./policy.ts";

const BEGIN = "script_begin";

const ONLY_FILES: NotApplicable = {
  reason: "Print’s site only serves files: there is no server of the page’s to ask for a token.",
};

const NO_TOKEN: NotApplicable = {
  reason:
    "Print’s server has no answer with a token in it. A script can ask it for photos while the page is open, and for nothing that lasts longer.",
};

/** RFC 10017 §6.2.4.3: whatever a server does for its page, it does for every script of that page. */
export const ownServerWay: Way = {
  id: "own-server",
  title: "Asked of the page’s own server",
  modelled: "The script is a step of the walk; the browser adds the cookie to what it sends.",
  defences: [scriptPolicy],
  anyGrant: true,
  against: ({ flow }) => withoutPage(flow) ?? withoutServer(flow) ?? whereHandedOut(flow),
  proof: usedAtApi,
};

function withoutServer(flow: Flow): NotApplicable | undefined {
  return flow.sandbox.clientSite === "static" ? ONLY_FILES : withoutSession(flow);
}

function whereHandedOut(flow: Flow): Flow | NotApplicable {
  const steps = handOverIn(flow);
  const [first] = steps;
  if (first === undefined) return NO_TOKEN;
  const again = steps.map((id, index): [string, Step] => {
    const onward = steps[index + 1];
    return [
      forScript(id),
      copied(stepOf(flow, id), onward === undefined ? USE : forScript(onward)),
    ];
  });
  return withMallory(led(withPolicy(flow), "done", BEGIN), {
    [BEGIN]: begin(forScript(first)),
    ...Object.fromEntries(again),
    [USE]: callWithToken(flow),
  });
}

const forScript = (id: string) => `${id}_for_script`;

function begin(next: string) {
  return injected(
    {
      title: "Mallory’s script asks as the page’s own script does",
      spec: "RFC 10017 §6.2.4.3",
      why: "It looks for no token. The page knows how to get one, and so does every script that has read the page’s.",
      button: "write the request",
      outcomes: { written: { label: "written", next } },
    },
    () => ({ outcome: "written" }),
  );
}

/** The same step once more, for Mallory’s script; the token in an answer is Mallory’s then. */
function copied(step: Step, next: string): Step {
  const taken =
    step.kind === "respond"
      ? withOutcomes(step, (outcome) => ({ ...outcome, read: readStolen }))
      : step;
  return { ...onceMore(taken, next), ...wordsFor(step) };
}

function wordsFor({ kind, title }: Step): Words {
  if (kind === "exchange") {
    return {
      title: "Mallory’s script sends the same request",
      why: "From the same origin, so the same cookie comes along, and the header is no secret. To the server this is the page.",
    };
  }
  if (kind === "respond") {
    return {
      title: "Print hands Mallory’s script the access token",
      why: "Wherever the page keeps its own, this one is Mallory’s. It can be had again for as long as the page is open.",
    };
  }
  return { title: `${title}, once more` };
}
