import type { Answer, Flow } from "../../flow/define-flow.ts";
import { headerOf } from "../../oauth/wire.ts";
import { changed, type Words, withOutcomes } from "../edit-flow.ts";

/** The flow with what its API call carries known to whoever looks on. */
export function overheardAtApi(flow: Flow, words: Words = {}): Flow {
  return changed(flow, "api", (step) => {
    const told = withOutcomes(step, (outcome) => ({
      ...outcome,
      read: (answer) => ({ ...outcome.read?.(answer), ...credentialsOf(answer) }),
    }));
    return { ...told, ...words };
  });
}

/** The token of the `Authorization` header (RFC 6750 §2.1), and the proof beside it, where it needs one (RFC 9449 §7.1). */
function credentialsOf({ request }: Answer) {
  const token = /^(?:bearer|dpop) +(.*)$/i.exec(headerOf(request, "Authorization") ?? "")?.[1];
  const proof = headerOf(request, "DPoP");
  return {
    ...(token === undefined ? {} : { stolen_token: token }),
    ...(proof === undefined ? {} : { stolen_proof: proof }),
  };
}
