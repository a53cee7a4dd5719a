/** A stretch of a row of things: from this position up to, and not with, that one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const BLOCK = 40;

/**
 * The stretch of so many rows that is shown while one of them is looked at, so that no page draws thousands: all of a
 * short walk, else the block of forty it is in with the blocks around it. It moves by blocks, so a step seldom moves it.
 */
export function shownWindow(count: number, looking: number): Stretch {
  if (count <= 3 * BLOCK) return { from: 0, to: count };
  const row = Math.min(Math.max(looking, 0), count - 1);
  const block = Math.floor(row / BLOCK);
  return { from: Math.max(block - 1, 0) * BLOCK, to: Math.min((block + 2) * BLOCK, count) };
}
