import { type Flow, isEnd } from "../../flow/define-flow.ts";
import { pathTo } from "../../flow/run-to.ts";
import { type Edit, editText } from "./edits.ts";

/** The address of a walk's stepper at a step, with these edits of its message. */
export function linkTo(address: string, step: string | undefined, edits: readonly Edit[]): string {
  const link = new URL(address);
  if (step !== undefined) link.searchParams.set("step", step);
  for (const edit of edits) link.searchParams.append("edit", editText(edit));
  return link.href;
}

/** The step a link can lead to: where the walk stands; nothing when it has ended, or only a refusal leads there. */
export function linkedStep(flow: Flow, at: string): string | undefined {
  return isEnd(at) || pathTo(flow, at) === undefined ? undefined : at;
}
