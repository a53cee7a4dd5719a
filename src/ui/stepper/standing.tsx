import { History } from "lucide-react";
import { useWalk } from "../exchange/walk-context.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { NOTE } from "./notes.tsx";
import type { ViewProps } from "./view-props.ts";

/** Says that an earlier or later message is shown; an earlier one is a place to return to. */
export function LookingElsewhere({ stepper, status, onRewind }: ViewProps) {
  const { walk } = useWalk();
  const at = stepper.looking;
  if (at === undefined) return null;
  if (typeof at === "string") {
    return <p className={NOTE}>You are looking ahead. The walk stands where it was.</p>;
  }
  const entry = walk.taken[at]?.entry;
  const busy = status === "busy";
  const rewind = () => {
    if (busy || entry === undefined) return;
    stepper.forget();
    // What has the focus goes away with this note.
    stepper.returnToNow();
    onRewind?.(entry.id);
  };
  return (
    <div
      className={`${NOTE} flex flex-wrap items-center justify-between gap-x-4 gap-y-2 sm:flex-nowrap`}
    >
      <p>You are looking at message {at + 1}. Nothing is undone: the walk stands where it was.</p>
      {onRewind !== undefined && (
        <button
          type="button"
          aria-disabled={busy}
          className={`${SMALL_BUTTON} shrink-0 bg-surface`}
          onClick={rewind}
        >
          <History size={15} aria-hidden />
          Rewind to here
        </button>
      )}
    </div>
  );
}

/** Says that the world was returned to an earlier message. Always there, so that a screen reader hears of it. */
export function Rewound({ rewound = false, branches = [] }: ViewProps) {
  const { walk } = useWalk();
  const left = branches.at(-1);
  const last = walk.taken.at(-1)?.entry.id;
  const isLeft = left?.walk.taken.slice(0, -1).some(({ entry }) => entry.id === last) === true;
  return (
    <div role="status" className={rewound ? NOTE : "hidden"}>
      {rewound && (
        <p>
          You rewound to message {walk.taken.length}. The servers, the browsers and the clock are as
          they were right after it.
          {isLeft && ` What came after is kept as branch ${left.number}.`}
        </p>
      )}
    </div>
  );
}
