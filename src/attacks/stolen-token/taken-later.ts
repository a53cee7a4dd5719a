import type { Flow } from "../../flow/define-flow.ts";
import { pick } from "../../grants/steps/classify.ts";
import { extended, led, type Words } from "../edit-flow.ts";
import { overheardAtApi } from "../steps/api-call.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { USE, useToken } from "../steps/use.ts";

const TAKE = "take";

/** The walk whose API call is read by the attacker so many seconds after it. */
export function takenLater(
  flow: Flow,
  seconds: number,
  words: Words & { readonly title: string; readonly why: string; readonly button: string },
): Flow {
  return extended(led(overheardAtApi(flow), "done", TAKE), {
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
      [USE]: useToken,
    },
  });
}
