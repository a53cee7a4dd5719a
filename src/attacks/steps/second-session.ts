import type {
  Chapter,
  Flow,
  LocalResult,
  Outcome,
  Party,
  PartyRole,
  Step,
  ValueFacts,
  Values,
} from "../../flow/define-flow.ts";
import { isEnd, stepOf } from "../../flow/define-flow.ts";
import { readingAs, type Words } from "../../flow/edit-flow.ts";
import { attackChapter, attackerPlace, attackParties, attackersProfile } from "./cast.ts";

const PREFIX = "own_";

/** Mallory begins to sign in at Print like anyone. */
export const BEGIN: Readonly<Record<string, Words>> = {
  click: {
    title: "Mallory opens Print and signs in as well",
    why: "Print serves whoever comes. Mallory needs nothing but a browser.",
  },
  prepare: {
    title: "Print prepares Mallory’s sign-in",
    why: "What Print makes now belongs to Mallory’s session. Whatever of it reaches Mallory’s browser, Mallory knows.",
  },
  redirect: {
    title: "Print sends Mallory’s browser to the authorization server",
    why: "Mallory’s browser shows Mallory this address, with everything in it.",
  },
};

/** Print goes on with Mallory's sign-in. */
export const FINISH: Readonly<Record<string, Words>> = {
  callback: { title: "Mallory’s browser brings Alice’s answer to Print" },
  check: {
    title: "Print checks what came back",
    why: "State and issuer are those of Mallory’s sign-in. Neither says whose code or token it is.",
  },
  redeem: {
    title: "Print redeems the code, for Mallory",
    why: "Print is the honest client: it sends what it has of Mallory’s session, its secret and verifier where it has them.",
  },
  signed_in: { title: "Print signs Mallory’s browser in" },
  photos: { title: "Mallory’s browser asks Print for the photos" },
  api: { title: "Print calls the API" },
  show: {
    title: "Print shows the photos to Mallory",
    why: "Whose photos Print shows is decided by the token alone, and the token is Alice’s.",
  },
  reject: { title: "Print says why it goes no further" },
};

/** The id of the attacker's copy of a step or value. */
export function own(id: string): string {
  return `${PREFIX}${id}`;
}

/** What the client has once, whoever uses it. */
const SHARED = new Set(["client_secret", "username", "password"]);

interface Session {
  /** The step it begins with. */
  readonly from: string;
  /** The step before which it ends. */
  readonly until?: string;
  /** Where it goes on in place of that step; it ends there unless said. */
  readonly onward?: string;
  /** What to call its steps, where they are not just the attacker's own. */
  readonly words: Readonly<Record<string, Words>>;
  readonly chapter?: Chapter;
}

/**
 * The client's steps a second time, in the attacker's own browser and with values of their own: the attacker uses
 * the honest client like anyone.
 */
export function secondSession(
  flow: Flow,
  { from, until, onward = "stop", words, chapter = attackChapter }: Session,
): {
  readonly steps: Flow["steps"];
  readonly parties: Flow["parties"];
  readonly values: Flow["values"];
} {
  const copies = copiesOf(flow);
  const leadsTo = (next: string) => {
    if (isEnd(next)) return next;
    return next === until ? onward : own(next);
  };
  const steps = stepsFrom(flow, from, until).map((id): [string, Step] => {
    const copy = copied(stepOf(flow, id), leadsTo, (party) => copies.get(party)?.id ?? party);
    const said = { title: `${copy.title}, for Mallory`, ...words[id], chapter: chapter.id };
    return [own(id), { ...copy, ...said }];
  });
  const values = Object.entries(flow.values)
    .filter(([name]) => !SHARED.has(name))
    .map(([name, facts]): [string, ValueFacts] => [own(name), { ...facts, tracked: false }]);
  return {
    steps: Object.fromEntries(steps),
    parties: Object.fromEntries([...copies.values()].map(({ id, party }) => [id, party])),
    values: Object.fromEntries(values),
  };
}

/** The steps a walk can come to from that one without going on to `until`; what may be done instead is not done. */
function stepsFrom(flow: Flow, from: string, until: string | undefined): readonly string[] {
  const found = new Set([from]);
  for (const id of found) {
    for (const { next = id } of Object.values(stepOf(flow, id).outcomes)) {
      if (!isEnd(next) && next !== until) found.add(next);
    }
  }
  return [...found];
}

/** What runs at the user's place, the client's page or app as well as the browser, has its like at the attacker's. */
const AT_USERS: readonly PartyRole[] = ["browser", "page", "device"];

/** The attacker's own of each, by the id of the user's. */
function copiesOf({
  parties,
}: Flow): ReadonlyMap<string, { readonly id: string; readonly party: Party }> {
  const theirs = Object.entries(parties).filter(([, { role }]) => AT_USERS.includes(role));
  return new Map(
    theirs.map(([id, party]) => [
      id,
      id === "browser"
        ? { id: "attackersBrowser", party: attackParties.attackersBrowser }
        : { id: own(id), party: attackersOwn(id, party) },
    ]),
  );
}

function attackersOwn(id: string, party: Party): Party {
  const name = `${party.name} (Mallory’s)`;
  return { ...party, name, profile: attackersProfile(id), place: attackerPlace.id };
}

function copied(
  step: Step,
  leadsTo: (next: string) => string,
  partyOf: (party: string) => string,
): Step {
  const { userDoes: _, instead: __, ...rest } = step;
  const facts = {
    from: partyOf(step.from),
    to: partyOf(step.to),
    outcomes: Object.fromEntries(
      Object.entries(step.outcomes).map(([name, outcome]) => [
        name,
        copiedOutcome(outcome, leadsTo),
      ]),
    ),
  };
  const copy = readingAs({ ...rest, ...facts }, nameOf);
  if (copy.kind !== "local") return copy;
  return { ...copy, run: async (read, around) => copiedResult(await copy.run(read, around)) };
}

function copiedOutcome(
  outcome: Outcome<string, string>,
  leadsTo: (next: string) => string,
): Outcome<string, string> {
  const { next = "stop", read } = outcome;
  return {
    ...outcome,
    next: leadsTo(next),
    ...(read === undefined ? {} : { read: (answer) => prefixed(read(answer)) }),
  };
}

function copiedResult(result: LocalResult<string>): LocalResult<string> {
  return result.values === undefined ? result : { ...result, values: prefixed(result.values) };
}

function prefixed(values: Values<string>): Values<string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [nameOf(name), value]));
}

function nameOf(name: string): string {
  return SHARED.has(name) ? name : own(name);
}
