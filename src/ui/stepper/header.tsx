import { Clock } from "lucide-react";
import { Link } from "wouter";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { Popover } from "../primitives/popover.tsx";
import type { StepperProps, VariantLink } from "./props.ts";
import { Shortcuts } from "./shortcuts.tsx";

/** What is being walked, the other ways to walk it, and the clock. */
export function StepperHeader(props: StepperProps) {
  const { flow, variants = [], clock, onAdvanceClock, heading = 1 } = props;
  const Heading = `h${heading}` as const;
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="min-w-0 max-w-[44rem]">
        <Heading
          tabIndex={-1}
          className="text-2xl font-bold tracking-tight outline-none sm:text-3xl"
        >
          {flow.title}
        </Heading>
        <p className="mt-1 text-quiet">{flow.summary}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Variants variants={variants} />
        {clock !== undefined && onAdvanceClock !== undefined && (
          <ClockButton clock={clock} onAdvance={onAdvanceClock} />
        )}
        <Shortcuts />
      </div>
    </header>
  );
}

function Variants({ variants }: { readonly variants: readonly VariantLink[] }) {
  if (variants.length === 0) return null;
  return (
    <nav
      aria-label="Variants"
      className="flex flex-wrap overflow-hidden rounded-xl border border-line bg-surface max-sm:grid max-sm:w-full max-sm:grid-cols-3"
    >
      {variants.map(({ id, title, href, current }) => (
        <Link
          key={id}
          href={`~${href}`}
          aria-current={current ? "page" : undefined}
          className="flex min-h-11 items-center justify-center px-1.5 text-center text-sm leading-5 sm:px-3.5 sm:text-[0.9375rem] text-quiet hover:bg-sunken hover:text-ink aria-[current]:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent sm:min-h-10 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}

const JUMPS = [
  { label: "1 minute", seconds: 60 },
  { label: "10 minutes", seconds: 600 },
  { label: "1 hour", seconds: 3600 },
  { label: "1 day", seconds: 86_400 },
  { label: "30 days", seconds: 2_592_000 },
];

interface ClockProps {
  readonly clock: number;
  onAdvance(seconds: number): void;
}

/** The servers' clock. It moves a second for every message, and further only when it is told to. */
function ClockButton({ clock, onAdvance }: ClockProps) {
  const time = new Date(clock * 1000).toISOString();
  return (
    <Popover
      title="Move the clock"
      className={`${SMALL_BUTTON} min-h-11 bg-surface tabular-nums sm:min-h-10`}
      button={
        <>
          <Clock size={15} aria-hidden />
          <span>
            <span className="sr-only">Clock </span>
            {time.slice(11, 19)}
          </span>
        </>
      }
    >
      <p className="max-w-64 text-sm text-quiet">
        The servers’ clock, {time.slice(0, 10)} {time.slice(11, 19)} UTC. Move it on to let a code
        or a token expire, then see what the next request gets.
      </p>
      <div className="mt-3 flex max-w-64 flex-wrap gap-2">
        {JUMPS.map(({ label, seconds }) => (
          <button
            key={seconds}
            type="button"
            className={SMALL_BUTTON}
            onClick={() => onAdvance(seconds)}
          >
            + {label}
          </button>
        ))}
      </div>
    </Popover>
  );
}
