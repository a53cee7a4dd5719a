import type { Flow, Outcome, Step } from "./define-flow.ts";
import { stepOf } from "./define-flow.ts";
import { asOfHim } from "./pronouns.ts";
import type { Walk } from "./walk.ts";

/** Somebody who has an account at the authorization server. */
export interface Account {
  /** In full. Walks call people by the first of their names. */
  readonly name: string;
  readonly username: string;
  readonly password: string;
  /** Walks speak of a woman unless said. */
  readonly pronoun?: "he";
}

/**
 * The username with which somebody last signed in by a form in the user's own browser, as the trace has it; nothing
 * when nobody has.
 */
export function signedInAs(flow: Flow, { taken }: Walk): string | undefined {
  const signIn = taken.findLast(
    ({ step, led, entry }) =>
      led &&
      entry.profile === undefined &&
      isForm(stepOf(flow, step)) &&
      usernameIn(entry) !== null,
  );
  return signIn === undefined ? undefined : (usernameIn(signIn.entry) ?? undefined);
}

function isForm(step: Step): boolean {
  return step.kind === "visit" && step.begin.by === "form";
}

function usernameIn({ request }: Walk["taken"][number]["entry"]): string | null {
  return new URLSearchParams(request?.body ?? "").get("username");
}

/** The flow as it is told of another user: its words name them, and it begins with their name and password. */
export function asUser(flow: Flow, account: Account): Flow {
  const { username, password } = account;
  const say = sayingOf(flow, account);
  return {
    ...flow,
    title: say(flow.title),
    summary: say(flow.summary),
    parties: mapped(flow.parties, (party) => ({
      ...party,
      name: say(party.name),
      what: say(party.what),
    })),
    places: flow.places.map((place) => ({
      ...place,
      title: say(place.title),
      what: say(place.what),
    })),
    values: mapped(flow.values, (facts) => ({ ...facts, what: say(facts.what) })),
    chapters: flow.chapters.map((chapter) => ({ ...chapter, title: say(chapter.title) })),
    steps: mapped(flow.steps, (step) => retold(step, say)),
    given: { ...flow.given, username, password },
  };
}

/** The walk with the account's name and password as what the user would type. */
export function walkAs(walk: Walk, { username, password }: Account): Walk {
  return { ...walk, values: { ...walk.values, username, password } };
}

/** Makes a text that speaks of a flow's user speak of somebody else. */
export type Say = (text: string) => string;

/** Puts the account's name and username in place of those of the flow's user, where they stand as words. */
export function sayingOf(flow: Flow, { name, username, pronoun }: Account): Say {
  const user = Object.values(flow.parties).find(({ role }) => role === "user")?.name;
  const [first = name] = name.split(" ");
  const words = new Map([
    [user, first],
    [flow.given["username"], username],
  ]);
  const known = [...words.keys()].filter((word) => word !== undefined && /^\w+$/u.test(word));
  const pattern = new RegExp(String.raw`\b(?:${known.join("|")})\b`, "gu");
  const renamed = (text: string) => text.replaceAll(pattern, (word) => words.get(word) ?? word);
  return pronoun === "he" ? (text) => asOfHim(renamed(text)) : renamed;
}

function retold(step: Step, say: Say): Step {
  return {
    ...step,
    title: say(step.title),
    why: say(step.why),
    button: say(step.button),
    ...(step.userDoes === undefined ? {} : { userDoes: say(step.userDoes) }),
    ...(step.instead === undefined
      ? {}
      : { instead: step.instead.map((detour) => ({ ...detour, label: say(detour.label) })) }),
    outcomes: mapped(step.outcomes, (outcome: Outcome<string, string>) => ({
      ...outcome,
      label: say(outcome.label),
    })),
  };
}

function mapped<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
