import { type ReactNode, type ToggleEvent, useId, useRef } from "react";

interface Props {
  /** What the button shows. */
  readonly button: ReactNode;
  /** The button's accessible name, where what it shows does not say enough. */
  readonly label?: string;
  readonly title: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A native popover under its button: Escape and a press elsewhere close it, and the focus goes back. */
export function Popover({ button, label, title, className, children }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    const box = opener.current?.getBoundingClientRect();
    if (event.newState !== "open" || box === undefined) return;
    const { style, offsetWidth, offsetHeight } = event.currentTarget;
    const left = Math.min(box.left, innerWidth - offsetWidth - 12);
    const below = box.bottom + 8;
    const fits = below + offsetHeight < innerHeight;
    style.left = `${Math.max(12, left)}px`;
    style.top = `${fits ? below : Math.max(12, box.top - offsetHeight - 8)}px`;
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={label}
        className={className}
      >
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        onToggle={place}
        className="fixed inset-auto m-0 max-w-[calc(100vw-1.5rem)] rounded-2xl border border-line bg-surface p-4 text-ink shadow-lg"
      >
        {children}
      </div>
    </>
  );
}
