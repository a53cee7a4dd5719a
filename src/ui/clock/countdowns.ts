import type { Flow, ValueFacts } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import type { Memory, Remembered } from "../../oauth/remembered.ts";
import { namesOfRecords } from "../server/value-of-record.ts";

/** Something that ends by itself, and that somebody of the walk holds. */
export interface Countdown {
  /** What it is called: `access token`. */
  readonly title: string;
  readonly tone: ValueFacts["tone"];
  /** Seconds until it ends; 0 or less when it has. */
  readonly left: number;
}

/** What of the values of the walk ends in how long, and the user's session; what ends first comes first. */
export function countdownsOf(flow: Flow, walk: Walk, memory: Memory): readonly Countdown[] {
  const ending = memory.remembered.filter(({ state }) => state === "live" || state === "expired");
  const nameOf = namesOfRecords(walk);
  const values = ending.flatMap((record) =>
    countdown(record, namedBy(flow, nameOf(record)), memory),
  );
  return [...values, ...sessionOf(ending, memory)].toSorted((a, b) => a.left - b.left);
}

type Named = Pick<Countdown, "title" | "tone">;

function countdown(
  { expiresAt }: Remembered,
  named: Named | undefined,
  { now }: Memory,
): readonly Countdown[] {
  if (expiresAt === undefined || named === undefined) return [];
  return [{ ...named, left: expiresAt - now }];
}

function namedBy(flow: Flow, name: string | undefined): Named | undefined {
  const facts = name === undefined ? undefined : flow.values[name];
  return facts && { title: facts.title, tone: facts.tone };
}

/** The session somebody is signed in with; of several the one that lasts longest. */
function sessionOf(records: readonly Remembered[], memory: Memory): readonly Countdown[] {
  const signedIn = records.filter(
    ({ kind, facts }) => kind === "session" && facts["subject"] !== undefined,
  );
  const [longest] = signedIn.toSorted((a, b) => (b.expiresAt ?? 0) - (a.expiresAt ?? 0));
  if (longest === undefined) return [];
  return countdown(longest, { title: "session", tone: "plain" }, memory);
}
