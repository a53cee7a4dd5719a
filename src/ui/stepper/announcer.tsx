import { stepOf } from "../../flow/define-flow.ts";
import { useWalk } from "../exchange/walk-context.ts";
import type { WalkStatus } from "./props.ts";
import { announcement } from "./verdict.ts";

interface Props {
  readonly status: WalkStatus;
  readonly failure: string | undefined;
}

/** Tells a screen reader of each message and its verdict. */
export function Announcer({ status, failure }: Props) {
  const { flow, walk } = useWalk();
  const last = walk.taken.at(-1);
  const said =
    last === undefined ? "" : announcement(stepOf(flow, last.step).title, walk.taken.length, last);
  return (
    <p aria-live="polite" aria-atomic className="sr-only" data-testid="announcer">
      {status === "failed" ? `No answer that could be read. ${failure ?? ""}` : said}
      {walk.at === "done" && " The walk is done."}
      {walk.at === "stop" && " The walk ends here."}
    </p>
  );
}
