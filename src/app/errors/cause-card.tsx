import { Play } from "lucide-react";
import { Link } from "wouter";
import type { CauseOnPage } from "../../learn/errors/page.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { runAddress } from "./run-address.ts";
import { Specs } from "./specs.tsx";
import { answerText, walkName, whatIsDone } from "./words.ts";

/** A cause: what did not hold, how to see it happen, and what to do about it. */
export function CauseCard({ of }: { readonly of: CauseOnPage }) {
  const { check, row, cause, fix } = of;
  const { way, reason } = cause;
  const address = runAddress(of);
  return (
    <li
      id={check}
      data-check={check}
      className="scroll-mt-24 rounded-2xl border border-line bg-surface p-5 target:border-accent sm:p-6"
    >
      <p className="text-sm font-medium text-bad">The check that failed</p>
      <h3 className="mt-0.5 text-lg font-semibold text-balance">{row.title}</h3>
      <p className="mt-2 max-w-[44rem] text-quiet">{row.why}</p>
      <p className="mt-4 max-w-[44rem] [overflow-wrap:anywhere]">
        <span className="font-semibold">What to fix.</span> {fix}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        {way === null || address === undefined ? (
          <p className="max-w-[44rem] text-[0.9375rem] text-quiet">
            <span className="font-semibold text-ink">Not to be run here.</span> {reason}
          </p>
        ) : (
          <>
            <Link
              href={address}
              className={`${buttonClass("secondary")} shrink-0`}
              aria-label={`Run it: ${row.title}`}
            >
              <Play size={16} aria-hidden />
              Run it
            </Link>
            <p className="min-w-0 flex-1 basis-64 text-[0.9375rem] text-quiet">
              {[`${walkName(way)}.`, ...whatIsDone(way), "Press Next once."].join(" ")}
            </p>
          </>
        )}
      </div>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-5 border-t border-line pt-3 text-sm text-quiet">
        <span>{answerText(cause)}</span>
        <Specs text={row.spec} />
        <span className="font-mono text-[0.8125rem]">{check}</span>
      </p>
    </li>
  );
}
