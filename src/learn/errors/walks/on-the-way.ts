import type { Flow, Read, Step } from "../../../flow/define-flow.ts";
import { changed, extended, withOutcomes } from "../../../flow/edit-flow.ts";
import { redirectOf } from "../../../grants/steps/classify.ts";

const ANSWER = "answer_address";

/** How something changes the address that brings the answer. */
export type Alteration = (address: URL, read: Read<string>) => URL;

/**
 * The flow in which something between the authorization server and the client changes the answer that the browser carries:
 * the browser opens the changed address in place of the one it was redirected to.
 */
export function alteredOnTheWay(flow: Flow, change: Alteration): Flow {
  const noted = changed(flow, "consent", (step) =>
    withOutcomes(step, (outcome) => ({
      ...outcome,
      read: (answer) => ({
        ...outcome.read?.(answer),
        [ANSWER]: redirectOf(answer)?.href ?? "",
      }),
    })),
  );
  const opened = changed(noted, "callback", (step) => opening(step, change));
  return extended(opened, {
    values: {
      [ANSWER]: {
        title: "answer",
        what: "The address with the answer, as the authorization server sent it",
        tone: "plain",
        tracked: false,
      },
    },
  });
}

function opening(step: Step, change: Alteration): Step {
  if (step.kind !== "visit") throw new RangeError("The callback is a visit.");
  return {
    ...step,
    title: "Something on the way changes the answer",
    why: "A filter of the company, an extension, a scanner of links: the browser opens another address than the one it was sent to.",
    button: "open the changed address",
    begin: { by: "opening", url: (read) => change(new URL(read(ANSWER)), read).href },
  };
}

/** The address with a parameter of its query otherwise, or without it where there is no value. */
export const inQuery =
  (name: string, value?: string): Alteration =>
  (address) => {
    const changedTo = new URL(address);
    if (value === undefined) changedTo.searchParams.delete(name);
    else changedTo.searchParams.set(name, value);
    return changedTo;
  };

/** The same for a parameter of its fragment. */
export const inFragment =
  (name: string, value: (read: Read<string>) => string | undefined): Alteration =>
  (address, read) => {
    const parameters = new URLSearchParams(address.hash.slice(1));
    const other = value(read);
    if (other === undefined) parameters.delete(name);
    else parameters.set(name, other);
    const changedTo = new URL(address);
    changedTo.hash = parameters.toString();
    return changedTo;
  };
