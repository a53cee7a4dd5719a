import { stepOf } from "../../flow/define-flow.ts";
import { useWalk } from "../exchange/walk-context.ts";

/** The look of a word about where the walk stands. */
export const NOTE = "rounded-xl border border-line bg-accent-tint px-4 py-2.5 text-[0.9375rem]";

/** Says that the walk did not begin here by itself. */
export function StartedHere({ step }: { readonly step: string | undefined }) {
  const { flow, walk } = useWalk();
  if (step === undefined || walk.at !== step || walk.taken.length === 0) return null;
  return (
    <p className={NOTE}>
      You came by a link to “{stepOf(flow, step).title}”. The messages before it were really sent,
      in a sandbox that is yours.
    </p>
  );
}

/** Says what went wrong when no answer came, or none that could be read. */
export function Failure({ failure }: { readonly failure: string | undefined }) {
  return (
    <div
      role="alert"
      className="rounded-xl border border-bad bg-bad-tint px-4 py-3 text-[0.9375rem]"
    >
      <p className="font-semibold text-bad">No answer that could be read</p>
      <p className="mt-1 break-words">
        {failure ?? "Nothing came back."} The walk stands where it was; Next sends the message
        again.
      </p>
    </div>
  );
}
