import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

/** One of several views in the same place. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Called only while the tab is shown. */
  readonly content: () => ReactNode;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Shown at the right end of the tabs. */
  readonly aside?: ReactNode;
}

/** Tabs as the ARIA Authoring Practices have them: one stop, arrow keys between the tabs. */
export function Tabs({ label, tabs, aside }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<string>();
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  if (current === undefined) return null;
  const move = (event: KeyboardEvent) => {
    const to = target(event.key, tabs.indexOf(current), tabs.length);
    if (to === undefined) return;
    event.preventDefault();
    choose(tabs[to]?.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
        <div
          ref={list}
          role="tablist"
          aria-label={label}
          className="flex flex-wrap"
          onKeyDown={move}
        >
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${id}-${tab.id}`}
              aria-selected={tab === current}
              aria-controls={`${id}-panel`}
              tabIndex={tab === current ? 0 : -1}
              onClick={() => choose(tab.id)}
              className="-mb-px min-h-11 border-b-2 border-transparent px-2 text-[0.9375rem] text-quiet first:pl-0 hover:text-ink aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink sm:px-3 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
            >
              {tab.title}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${current.id}`}
        className="pt-3"
      >
        {current.content()}
      </div>
    </div>
  );
}

function target(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
