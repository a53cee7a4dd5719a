import { Info } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Link } from "wouter";
import { Clock } from "../clock/clock.tsx";
import { Modelled } from "../primitives/modelled.tsx";
import type { StepperProps, VariantLink } from "./props.ts";
import { Shortcuts } from "./shortcuts.tsx";
import type { Additions } from "./view-props.ts";

/** What is being walked, the other ways to walk it, and the clock. On a phone the words about it are folded. */
export function StepperHeader(props: StepperProps & Additions) {
  const { flow, variants = [], clock, onAdvanceClock, heading = 1 } = props;
  const Heading = `h${heading}` as const;
  const modelled = variants.find(({ current }) => current)?.modelled;
  const id = useId();
  const [told, tell] = useState(false);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2 sm:gap-y-3">
      <div className="max-w-[44rem] min-w-0 max-sm:w-full sm:flex-1 sm:basis-[28rem]">
        <div className="flex items-center justify-between gap-2">
          <Heading
            tabIndex={-1}
            className="text-2xl font-bold tracking-tight outline-none sm:text-3xl"
          >
            {flow.title}
          </Heading>
          <button
            type="button"
            aria-label="About this walk"
            aria-expanded={told}
            aria-controls={id}
            onClick={() => tell(!told)}
            className="-my-1 -mr-2 flex size-11 shrink-0 items-center justify-center rounded-xl text-quiet hover:bg-sunken sm:hidden focus-visible:outline-2 focus-visible:outline-accent"
          >
            <Info size={18} aria-hidden />
          </button>
        </div>
        <div id={id} className={told ? "" : "max-sm:hidden"}>
          <p className="mt-1 text-quiet">{flow.summary}</p>
          {modelled !== undefined && <Modelled text={modelled} />}
        </div>
      </div>
      <div className="flex items-center gap-2 max-sm:w-full sm:flex-wrap">
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

/** In a row, which scrolls on a phone. */
function Variants({ variants }: { readonly variants: readonly VariantLink[] }) {
  const row = useRef<HTMLElement>(null);
  const walked = variants.find(({ current }) => current)?.id;
  useEffect(() => {
    const element = row.current;
    if (element === null || walked === undefined) return undefined;
    // The clock takes room from it once the sandbox is open.
    const observer = new ResizeObserver(() => showCurrent(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [walked]);
  if (variants.length === 0) return null;
  return (
    <nav
      ref={row}
      aria-label="Variants"
      className="relative flex rounded-xl border border-line bg-surface max-sm:min-w-0 max-sm:flex-1 max-sm:overflow-x-auto sm:flex-wrap sm:overflow-hidden"
    >
      {variants.map(({ id, title, href, current }) => (
        <Link
          key={id}
          href={`~${href}`}
          aria-current={current ? "page" : undefined}
          className="flex min-h-11 shrink-0 items-center justify-center px-3 text-center text-sm leading-5 sm:px-3.5 sm:text-[0.9375rem] text-quiet hover:bg-sunken hover:text-ink aria-[current]:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent sm:min-h-10 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}

/** Scrolls the row, and nothing around it, to the variant that is walked. */
function showCurrent(row: HTMLElement): void {
  const current = row.querySelector("[aria-current]");
  if (!(current instanceof HTMLElement)) return;
  row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}
