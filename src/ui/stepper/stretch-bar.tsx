import { ChevronDown, ChevronsDown, ChevronsUp, ChevronUp } from "lucide-react";
import type { Stretch } from "../../flow/shown-window.ts";

interface Props {
  readonly shown: Stretch;
  /** How many messages there are. */
  readonly count: number;
  readonly className: string;
  /** Shows the stretch around the message at this position. */
  onShow(position: number): void;
}

const BUTTON =
  "inline-flex size-11 items-center justify-center rounded-lg text-quiet hover:bg-sunken hover:text-ink aria-disabled:opacity-40 sm:size-9 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent";

/** Which messages of a long walk are shown, and the way to the others. */
export function StretchBar({ shown: { from, to }, count, className, onShow }: Props) {
  const ways = [
    { name: "First messages", Icon: ChevronsUp, to: 0, there: from > 0 },
    { name: "Earlier messages", Icon: ChevronUp, to: from - 1, there: from > 0 },
    { name: "Later messages", Icon: ChevronDown, to, there: to < count },
    { name: "Last messages", Icon: ChevronsDown, to: count - 1, there: to < count },
  ];
  return (
    <div className={`flex flex-wrap items-center justify-between gap-x-3 ${className}`}>
      <p role="status" className="text-sm text-quiet tabular-nums">
        Messages {from + 1} to {to} of {count}
      </p>
      <div className="-ml-3 flex sm:ml-0">
        {ways.map(({ name, Icon, to: position, there }) => (
          <button
            key={name}
            type="button"
            aria-label={name}
            title={name}
            // It stays, for it may have the focus.
            aria-disabled={!there}
            className={BUTTON}
            onClick={() => there && onShow(position)}
          >
            <Icon size={16} aria-hidden />
          </button>
        ))}
      </div>
    </div>
  );
}
