import type { Read, Step, ValueFacts, VisitStep } from "../../../flow/define-flow.ts";
import { withOutcomes } from "../../../flow/edit-flow.ts";
import { AUTH } from "../../../grants/cast.ts";
import { redirectOf } from "../../../grants/steps/classify.ts";

/** The value that holds the address of the page that comes next. */
export const NEXT = "next_page";

export const nextPage: Readonly<Record<string, ValueFacts>> = {
  [NEXT]: {
    title: "address",
    what: "The page of the authorization server that comes next",
    tone: "plain",
    tracked: false,
  },
};

/** The step that notes where the authorization server sends the browser. */
export function telling(step: Step): Step {
  return withOutcomes(step, (outcome) => ({
    ...outcome,
    read: (answer) => ({ ...outcome.read?.(answer), [NEXT]: redirectOf(answer)?.href ?? "" }),
  }));
}

/** The visit to another address. Throws where the step is none. */
export function opened(
  step: Step,
  url: (read: Read<string>) => string,
): VisitStep<string, string, string> {
  if (step.kind !== "visit") throw new RangeError("A page is opened by a visit.");
  return { ...step, begin: { by: "opening", url } };
}

/** The consent page of the sign-in that this address is about, be it that of its login page or its own. */
export function consentOf(address: string): string {
  return address.replace(`${AUTH}/login?`, `${AUTH}/consent?`);
}
