import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useStored } from "./use-stored.ts";

interface Props {
  /** Under this name the browser remembers whether it is open. */
  readonly name: string;
  readonly title: string;
  /** One line on what is inside, while it is closed. */
  readonly hint: string;
  readonly level: 2 | 3 | 4;
  /** Called only while the panel is open. */
  readonly content: () => ReactNode;
}

/** A part of the page that is closed at the first visit and afterwards stays as it was left. */
export function Panel({ name, title, hint, level, content }: Props) {
  const id = useId();
  const [stored, store] = useStored(`grantlab.panel.${name}`);
  const open = stored === "open";
  const Heading = `h${level}` as const;
  return (
    <div className="rounded-2xl border border-line bg-surface">
      <Heading>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-content`}
          onClick={() => store(open ? "closed" : "open")}
          className="flex min-h-13 w-full items-center gap-3 rounded-2xl px-4 text-left font-semibold hover:bg-sunken sm:px-5 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
        >
          {title}
          <span className="ml-auto hidden text-sm font-normal text-quiet sm:inline">
            {open ? "" : hint}
          </span>
          <ChevronDown
            size={18}
            aria-hidden
            className={`ml-auto shrink-0 text-quiet sm:ml-0 ${open ? "rotate-180" : ""}`}
          />
        </button>
      </Heading>
      <div
        id={`${id}-content`}
        hidden={!open}
        className="relative overflow-x-clip px-4 pb-5 sm:px-5"
      >
        {open && content()}
      </div>
    </div>
  );
}
