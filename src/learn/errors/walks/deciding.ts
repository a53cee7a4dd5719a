import type { Flow, Step } from "../../../flow/define-flow.ts";
import { changed } from "../../../flow/edit-flow.ts";

/** The flow whose user says no. */
export function denied(flow: Flow): Flow {
  return changed(flow, "consent", (step): Step => {
    if (step.kind !== "visit") throw new RangeError("The user decides by a form.");
    return {
      ...step,
      title: "Alice says no",
      button: "deny",
      begin: { by: "form", fields: () => ({ decision: "deny" }) },
    };
  });
}
