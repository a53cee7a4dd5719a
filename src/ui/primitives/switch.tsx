interface Props {
  readonly label: string;
  readonly on: boolean;
  /** Id of the text that says more about it. */
  readonly describedBy?: string;
  onChange(on: boolean): void;
}

/** A checkbox that acts at once. */
export function Switch({ label, on, describedBy, onChange }: Props) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2.5 text-sm font-medium sm:min-h-9">
      <input
        type="checkbox"
        role="switch"
        aria-describedby={describedBy}
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
        className="peer sr-only"
      />
      <span
        aria-hidden
        className="relative h-5 w-9 shrink-0 rounded-full border border-quiet bg-sunken transition-colors duration-150 after:absolute after:top-[3px] after:left-[3px] after:size-3 after:rounded-full after:bg-quiet peer-checked:border-accent peer-checked:bg-accent peer-checked:after:left-[19px] peer-checked:after:bg-accent-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent motion-reduce:transition-none"
      />
      {label}
    </label>
  );
}
