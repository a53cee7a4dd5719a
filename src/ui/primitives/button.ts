const BASE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 font-semibold transition-colors duration-150 motion-reduce:transition-none aria-disabled:cursor-default aria-disabled:opacity-60 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent";

const KINDS = {
  primary: "bg-accent text-accent-ink hover:bg-accent/90 aria-disabled:hover:bg-accent",
  secondary:
    "border border-line bg-surface text-ink hover:bg-sunken aria-disabled:hover:bg-surface",
  quiet: "text-quiet hover:bg-sunken hover:text-ink",
};

/** The look of a button: one `primary` on the screen, `secondary` beside it, `quiet` for the rest. */
export function buttonClass(kind: keyof typeof KINDS): string {
  return `${BASE} ${KINDS[kind]}`;
}

/** A small button inside a card; 44 px high on a phone. */
export const SMALL_BUTTON =
  "inline-flex min-h-11 items-center gap-1.5 rounded-lg border border-line px-2.5 text-sm font-medium text-quiet hover:bg-sunken hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent sm:min-h-8 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent";
