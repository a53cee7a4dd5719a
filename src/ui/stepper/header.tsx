import { Link } from "wouter";
import { Clock } from "../clock/clock.tsx";
import { Modelled } from "../primitives/modelled.tsx";
import type { StepperProps, VariantLink } from "./props.ts";
import { Shortcuts } from "./shortcuts.tsx";
import type { Additions } from "./view-props.ts";

/** What is being walked, the other ways to walk it, and the clock. */
export function StepperHeader(props: StepperProps & Additions) {
  const { flow, variants = [], clock, onAdvanceClock, heading = 1 } = props;
  const Heading = `h${heading}` as const;
  const modelled = variants.find(({ current }) => current)?.modelled;
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
        {modelled !== undefined && <Modelled text={modelled} />}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Variants variants={variants} />
        {clock !== undefined && onAdvanceClock !== undefined && (
          <Clock
            clock={clock}
            memory={props.memory}
            onAdvance={onAdvanceClock}
            onRewind={props.onRewind}
          />
        )}
        {props.tools}
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
