import type { Answer, Flow } from "../../flow/define-flow.ts";
import { tokenOf } from "../../grants/steps/proofs.ts";
import { headerOf } from "../../oauth/wire.ts";
import { changed, type Words, withOutcomes } from "../../flow/edit-flow.ts";

/** The flow with what that call of an API carries known to whoever looks on. */
export function overheardAt(flow: Flow, call: string, words: Words = {}): Flow {
  return changed(flow, call, (step) => {
    const told = withOutcomes(step, (outcome) => ({
      ...outcome,
      read: (answer) => ({ ...outcome.read?.(answer), ...credentialsOf(answer) }),
    }));
    return { ...told, ...words };
  });
}

/** The token of a request, and the proof beside it, where it needs one (RFC 9449 §7.1). */
function credentialsOf({ request }: Answer) {
  const token = tokenOf(request);
  const proof = headerOf(request, "DPoP");
  return {
    ...(token === undefined ? {} : { stolen_token: token }),
    ...(proof === undefined ? {} : { stolen_proof: proof }),
  };
}
