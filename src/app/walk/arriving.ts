/** How a link has a walk begun anew, in a world of its own, before its step. */
export interface Arriving {
  /** The step at which the walk turns off to the one asked for; absent where the way there is plain. */
  readonly from?: string;
  /** How far the clock is moved on once it is there, in seconds. */
  readonly wait: number;
}

/** Ten years: longer than anything in these walks lives. */
const LONGEST_WAIT = 10 * 365 * 86_400;

/** What the query of an address says of that: `wait=61`, and `from=open` with it; nothing without a wait that can be read. */
export function arrivingIn(search: string): Arriving | undefined {
  const query = new URLSearchParams(search);
  const wait = query.get("wait") ?? "";
  if (!/^\d{1,9}$/.test(wait) || Number(wait) > LONGEST_WAIT) return undefined;
  const from = query.get("from");
  return { wait: Number(wait), ...(from === null ? {} : { from }) };
}

/** What a link asks for once: when the walk has moved, its address leads back to where it stands, and asks for none of it. */
export const ASKED_ONCE = ["wait", "from", "mistake"] as const;
