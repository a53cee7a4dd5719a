import type { Flow } from "../../../flow/define-flow.ts";
import { changed, withOutcomes } from "../../../flow/edit-flow.ts";
import { deviceFlow } from "../../../grants/device-code/flow.ts";
import { denied } from "./deciding.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

/** Nobody comes until the codes have expired. */
const forgotten = (flow: Flow) =>
  changed(flow, "poll_early", (step) =>
    withOutcomes(step, (outcome) =>
      outcome.next === "open" ? { ...outcome, next: "expire" } : outcome,
    ),
  );

/** How a device learns that there is nothing to wait for (RFC 8628 §3.5). */
export const deviceWalks: readonly RefusalWalk[] = [
  refusal({
    check: "token.device-fresh",
    code: "expired_token",
    title: "Nobody came in time",
    story:
      "Alice pressed Connect and was called away. The codes are good for ten minutes, and the frame asks once more after that.",
    step: "poll",
    right: deviceFlow,
    wrong: forgotten,
  }),
  refusal({
    check: "token.device-not-denied",
    code: "access_denied",
    title: "Alice says no",
    story:
      "Alice reads on her phone what the frame wants and does not allow it. The frame learns that when it asks the next time.",
    step: "poll",
    right: deviceFlow,
    wrong: denied,
  }),
];
