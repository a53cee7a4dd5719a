import type { ReactNode } from "react";
import type { Flow, Step } from "../../flow/define-flow.ts";
import { Parties } from "./parties.tsx";

interface Props {
  readonly flow: Flow;
  readonly step: Step;
  readonly level: 2 | 3 | 4;
  /** “Message 7 of 14”, and what else tells it from others. */
  readonly place: string;
  /** Stands before the title: “Next”. */
  readonly kicker?: string;
  /** Whether the section of the lesson around speaks of this message. */
  readonly inFocus: boolean;
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}

/** The head of a message: who, over which channel, which message, what and why. What follows is given. */
export function MessageCard({ flow, step, level, place, kicker, inFocus, quiet, children }: Props) {
  const Heading = `h${level}` as const;
  const look = quiet === true ? "border-dashed" : "";
  return (
    <article
      className={`min-w-0 rounded-2xl border border-line bg-surface p-4 sm:p-5 ${look}`}
      data-quiet={quiet === true ? "" : undefined}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Parties flow={flow} step={step} />
        <p className="text-sm text-quiet">
          {inFocus && (
            <span className="mr-2 rounded-md bg-accent-tint px-1.5 py-0.5 font-medium text-accent">
              In this section
            </span>
          )}
          {inFocus && <span className="sr-only"> · </span>}
          {place} · {step.spec}
        </p>
      </div>
      <Heading className="mt-3 text-xl leading-snug font-bold tracking-tight text-balance">
        {kicker !== undefined && <span className="text-accent">{kicker}: </span>}
        {step.title}
      </Heading>
      <p className="mt-1 max-w-[44rem] text-[0.9375rem] leading-6 text-quiet">{step.why}</p>
      {children}
    </article>
  );
}
