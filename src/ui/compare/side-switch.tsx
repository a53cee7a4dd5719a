import { SIDES, type Sides } from "./props.ts";
import type { SideId } from "./stages.ts";

interface Props {
  readonly sides: Sides;
  readonly shown: SideId;
  onShow(side: SideId): void;
}

/** Where there is room for one column, which side it shows. */
export function SideSwitch({ sides, shown, onShow }: Props) {
  return (
    <div
      role="group"
      aria-label="Side shown"
      className="mb-2 grid grid-cols-2 overflow-hidden rounded-xl border border-line bg-surface md:hidden"
    >
      {SIDES.map((side) => (
        <button
          key={side}
          type="button"
          aria-pressed={side === shown}
          onClick={() => onShow(side)}
          className="min-h-11 px-2 py-1 text-sm leading-5 text-quiet aria-pressed:bg-accent-tint aria-pressed:font-semibold aria-pressed:text-accent focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
        >
          {sides[side].title}
        </button>
      ))}
    </div>
  );
}
