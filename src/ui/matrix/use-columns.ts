import { useState } from "react";
import type { Column } from "./types.ts";

/** Which columns of a wide table are there. */
export interface Columns {
  readonly all: readonly Column[];
  readonly shown: readonly Column[];
  /** The one that is there where there is room for one. */
  readonly narrow: string | undefined;
  /** Shows these, in the order of the table. */
  pick(ids: readonly string[]): void;
  pickNarrow(id: string): void;
}

/** Begins with the columns that are compared and the first of each grant. */
export function useColumns(all: readonly Column[]): Columns {
  const [picked, pick] = useState<readonly string[]>();
  const [narrow, pickNarrow] = useState(all.find(({ chosen }) => chosen)?.id ?? all[0]?.id);
  const shown = all.filter(({ id, chosen, leads }) =>
    picked === undefined ? chosen || leads || id === narrow : picked.includes(id) || id === narrow,
  );
  return { all, shown, narrow, pick, pickNarrow };
}
