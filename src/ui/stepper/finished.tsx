import { RotateCcw } from "lucide-react";
import { Link } from "wouter";
import { useWalk } from "../exchange/walk-context.ts";
import { buttonClass } from "../primitives/button.ts";
import type { VariantLink } from "./props.ts";
import { verdictOf } from "./verdict.ts";

interface Props {
  readonly level: 2 | 3 | 4;
  readonly variants: readonly VariantLink[];
  onRestart(): void;
}

const ENDS = {
  done: "The client got what it came for.",
  stop: "The client goes no further: what came back was not what it needs.",
};

/** The end of a walk: what it came to, and where one may go from here. */
export function Finished({ level, variants, onRestart }: Props) {
  const { flow, walk } = useWalk();
  const Heading = `h${level}` as const;
  const refused = walk.taken.filter((taken) => verdictOf(taken).kind === "refused");
  const said = (flow.ends ?? ENDS)[walk.at === "done" ? "done" : "stop"];
  const others = variants.filter(({ current }) => !current);
  return (
    <article className="rounded-2xl border border-line bg-surface p-4 sm:p-5">
      <Heading className="text-xl font-bold tracking-tight">
        {walk.at === "done" ? "The walk is done" : "The walk ends here"}
      </Heading>
      <p className="mt-1 text-[0.9375rem] leading-6 text-quiet">
        {said} {walk.taken.length} messages, {refused.length === 0 ? "none" : refused.length} of
        them refused.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className={buttonClass("secondary")} onClick={onRestart}>
          <RotateCcw size={16} aria-hidden />
          Walk {flow.title.toLowerCase()} again
        </button>
        {others.map(({ id, title, href }) => (
          <Link key={id} href={`~${href}`} className={buttonClass("secondary")}>
            {title}
          </Link>
        ))}
      </div>
    </article>
  );
}
