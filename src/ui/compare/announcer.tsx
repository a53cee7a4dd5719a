import { isEnd, stepOf } from "../../flow/define-flow.ts";
import { announcement } from "../stepper/verdict.ts";
import { SIDES, type SideProps, type Sides } from "./props.ts";

/** Tells a screen reader of the last message of each side. */
export function Announcer({ sides }: { readonly sides: Sides }) {
  return (
    <p aria-live="polite" aria-atomic className="sr-only" data-testid="announcer">
      {SIDES.map((side) => said(sides[side]))
        .filter((sentence) => sentence !== "")
        .join(" ")}
    </p>
  );
}

function said({ title, flow, walk, status, failure = "" }: SideProps): string {
  if (status === "failed") return `${title}: no answer that could be read. ${failure}`;
  const last = walk.taken.at(-1);
  if (last === undefined) return "";
  const sentence = announcement(stepOf(flow, last.step).title, walk.taken.length, last);
  return `${title}: ${sentence}${isEnd(walk.at) ? " This side is at its end." : ""}`;
}
