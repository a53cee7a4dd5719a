import type { Flow } from "../../flow/define-flow.ts";
import type { Taken } from "../../flow/walk.ts";

/** What is known of a text in a walk. */
interface Looked {
  /** The message looked at last; it was made with all that came before it, and stands for them. */
  readonly last: Taken;
  /** How many messages were looked at. */
  readonly through: number;
  readonly found: boolean;
}

type Find = (flow: Flow, taken: readonly Taken[], text: string, before: number) => number;

/** More texts than a page shows. */
const MOST = 500;

/**
 * Finds the index of the first of so many messages of which this holds, or -1. What was looked at once is not looked
 * at again when the walk has gone on.
 */
export function firstMessage(holds: (flow: Flow, taken: Taken, text: string) => boolean): Find {
  const known = new WeakMap<Flow, Map<string, Looked>>();
  return (flow, taken, text, before) => {
    const texts = known.get(flow) ?? new Map<string, Looked>();
    known.set(flow, texts);
    const looked = stillTrue(texts.get(text), taken);
    const start = looked?.through ?? 0;
    if (looked?.found === true) return start <= before ? start - 1 : -1;
    if (start >= before) return -1;
    const offset = taken.slice(start, before).findIndex((one) => holds(flow, one, text));
    const at = offset === -1 ? -1 : start + offset;
    const through = at === -1 ? Math.min(before, taken.length) : at + 1;
    const last = taken[through - 1];
    if (texts.size >= MOST) texts.clear();
    if (last !== undefined) texts.set(text, { last, through, found: at !== -1 });
    return at;
  };
}

/** Nothing when the walk was rewound since, or is another one. */
function stillTrue(looked: Looked | undefined, taken: readonly Taken[]): Looked | undefined {
  return looked !== undefined && taken[looked.through - 1] === looked.last ? looked : undefined;
}
