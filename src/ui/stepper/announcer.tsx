import { stepOf } from "../../flow/define-flow.ts";
import { useWalk } from "../exchange/walk-context.ts";
import type { Selected, WalkStatus } from "./props.ts";
import { announcement, lookingAnnouncement } from "./verdict.ts";

interface Props {
  readonly status: WalkStatus;
  readonly failure: string | undefined;
  /** The message looked at instead of the last one. */
  readonly looking: Selected | undefined;
}

/** Tells a screen reader of each message and its verdict, and of the one that is looked at instead. */
export function Announcer({ looking, ...now }: Props) {
  const { flow, walk } = useWalk();
  return (
    <p aria-live="polite" aria-atomic className="sr-only" data-testid="announcer">
      {looking === undefined ? <Now {...now} /> : lookingAnnouncement(flow, walk, looking)}
    </p>
  );
}

function Now({ status, failure }: Omit<Props, "looking">) {
  const { flow, walk } = useWalk();
  const last = walk.taken.at(-1);
  const said =
    last === undefined ? "" : announcement(stepOf(flow, last.step).title, walk.taken.length, last);
  return (
    <>
      {status === "failed" ? `No answer that could be read. ${failure ?? ""}` : said}
      {walk.at === "done" && " The walk is done."}
      {walk.at === "stop" && " The walk ends here."}
    </>
  );
}
