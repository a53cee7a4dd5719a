import type { Message } from "./messages.ts";

/** A mark of the progress bar. */
export interface Pip {
  readonly key: number;
  readonly state: Message["state"];
  readonly refused: boolean;
  readonly notYet: boolean;
  readonly shown: boolean;
}

/** As many marks as there is room for on a phone. */
const MOST = 36;

/**
 * The marks of a walk, however long: neighbours share one where there would be too many. How many share one doubles
 * as the walk grows, so that marks seldom change their places. A mark tells what most asks for attention.
 */
export function groupedPips(pips: readonly Pip[]): readonly Pip[] {
  let size = 1;
  while (pips.length > size * MOST) size *= 2;
  if (size === 1) return pips;
  const count = Math.ceil(pips.length / size);
  return Array.from({ length: count }, (_, index) =>
    together(index + 1, pips.slice(index * size, (index + 1) * size)),
  );
}

function together(key: number, pips: readonly Pip[]): Pip {
  const state = (["next", "past", "future"] as const).find((one) =>
    pips.some((pip) => pip.state === one),
  );
  const next = state === "next";
  return {
    key,
    state: state ?? "future",
    refused: !next && pips.some(({ refused }) => refused),
    notYet: !next && pips.some(({ notYet }) => notYet),
    shown: pips.some(({ shown }) => shown),
  };
}
