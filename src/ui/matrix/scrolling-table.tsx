import type { ReactNode } from "react";

interface Props {
  readonly caption: string;
  /** How many there are besides the first. */
  readonly columns: number;
  readonly children: ReactNode;
}

/** Stays at the top of the page where the table does not scroll by itself. */
export const HEAD =
  "border-b border-line first:rounded-tl-2xl last:rounded-tr-2xl xl:sticky xl:top-0 xl:z-2 bg-surface px-3 py-2 text-left align-bottom text-[0.9375rem] leading-5 font-semibold sm:px-4";

/** The first column, which stays where it is while the rest scrolls. */
export const ROW_HEAD =
  "sticky left-0 z-1 w-[36%] border-b border-line bg-surface px-3 py-2 text-left align-top sm:px-4 md:w-auto md:border-r";

/** Where there is room for one column, only the chosen one is there. */
export function shownWhenNarrow(shown: boolean): string {
  return shown ? "" : "max-md:hidden";
}

/** So many columns fit a wide screen. */
const FITTING = 5;

/** A table in a box that scrolls by itself when it is wider than the page. */
export function ScrollingTable({ caption, columns, children }: Props) {
  return (
    <div
      role="region"
      aria-label={caption}
      // A box that scrolls must be reachable by keyboard.
      tabIndex={0}
      className={`overflow-x-auto ${columns <= FITTING ? "xl:overflow-visible" : ""} rounded-2xl border border-line bg-surface focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent`}
    >
      {/* With widths of their own, columns need not be measured anew whenever a cell of hundreds changes. */}
      <table className="w-full border-separate border-spacing-0 md:table-fixed">
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          <col className="md:w-64" />
          <col span={columns} className="md:w-44" />
        </colgroup>
        {children}
      </table>
    </div>
  );
}
