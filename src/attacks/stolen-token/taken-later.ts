import type { Flow } from "../../flow/define-flow.ts";
import { pick } from "../../grants/steps/classify.ts";
import type { NotApplicable } from "../attack.ts";
import { changed, extended, promising, type Words } from "../../flow/edit-flow.ts";
import { apiCallOf } from "../parts.ts";
import { overheardAt } from "../steps/api-call.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { USE, callWithToken } from "../steps/use.ts";

const TAKE = "take";

/** Where no token is ever at work. */
export const NO_CALL: NotApplicable = {
  reason: "In this walk no API serves a call, so there is no token at work to be taken.",
};

interface Taking {
  /** How long after the call. */
  readonly seconds: number;
  readonly words: Words & { readonly title: string; readonly why: string; readonly button: string };
  /** What the client does besides. */
  change(flow: Flow): Flow;
}

/** The walk whose call of the API is read by the attacker. */
export function takenLater(flow: Flow, { seconds, words, change }: Taking): Flow | NotApplicable {
  const call = apiCallOf(flow);
  if (call === undefined) return NO_CALL;
  const called = changed(change(flow), call.id, (step) => promising(step, TAKE));
  const overheard = overheardAt(called, call.id);
  return extended(overheard, {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: {
      [TAKE]: {
        kind: "local",
        from: "attacker",
        to: "attacker",
        channel: "local",
        stage: "use",
        spec: "RFC 9700 §4.10",
        chapter: attackChapter.id,
        ...words,
        run: async (read) => ({
          outcome: "token",
          values: pick(["stolen_token", "stolen_proof"], (name) => read.maybe(name)),
          ...(seconds === 0 ? {} : { wait: seconds }),
        }),
        outcomes: { token: { label: "the access token", next: USE } },
      },
      [USE]: callWithToken(flow),
    },
  });
}
