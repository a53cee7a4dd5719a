import type {
  Flow,
  LocalResult,
  Outcome,
  Party,
  Read,
  Step,
  ValueFacts,
  Values,
} from "../../flow/define-flow.ts";
import { isEnd } from "../../flow/define-flow.ts";
import { attackParties } from "./cast.ts";

const PREFIX = "own_";

/** The id of the attacker's copy of a step or value. */
export function own(id: string): string {
  return `${PREFIX}${id}`;
}

/** What the client has once, whoever uses it. */
const SHARED = new Set(["client_secret", "username", "password"]);

/**
 * The client's steps a second time, in the attacker's own browser and with values of their own: the attacker uses
 * the honest client like anyone. `rename` says what to call each; steps it leaves out are not copied.
 */
export function secondSession(
  flow: Flow,
  titles: Readonly<Record<string, string>>,
): {
  readonly steps: Flow["steps"];
  readonly parties: Flow["parties"];
  readonly values: Flow["values"];
} {
  const steps = Object.entries(titles).map(([id, title]): [string, Step] => {
    const step = flow.steps[id];
    if (step === undefined) throw new RangeError(`${flow.id} has no step “${id}”.`);
    return [own(id), { ...copied(step), title, chapter: "attack" }];
  });
  const values = Object.entries(flow.values)
    .filter(([name]) => !SHARED.has(name))
    .map(([name, facts]): [string, ValueFacts] => [own(name), { ...facts, tracked: false }]);
  return {
    steps: Object.fromEntries(steps),
    parties: { attackersBrowser: attackParties.attackersBrowser, ...ownPage(flow) },
    values: Object.fromEntries(values),
  };
}

/** The client's script as it runs in the attacker's browser. */
function ownPage({ parties }: Flow): Record<string, Party> {
  const page = parties["page"];
  if (page === undefined) return {};
  return { attackersPage: { ...page, name: "Page script (Mallory’s)", profile: "attacker" } };
}

const COPIES: Readonly<Record<string, string>> = {
  browser: "attackersBrowser",
  page: "attackersPage",
};

function copied(step: Step): Step {
  const { userDoes: _, instead: __, ...rest } = step;
  const facts = {
    from: COPIES[step.from] ?? step.from,
    to: COPIES[step.to] ?? step.to,
    outcomes: Object.fromEntries(
      Object.entries(step.outcomes).map(([name, outcome]) => [name, copiedOutcome(outcome)]),
    ),
  };
  const copy = { ...rest, ...facts };
  switch (copy.kind) {
    case "exchange":
      return { ...copy, request: (read) => copy.request(ownValues(read)) };
    case "respond":
      return { ...copy, response: (read, leftOut) => copy.response(ownValues(read), leftOut) };
    case "visit":
      return { ...copy, begin: copiedBegin(copy.begin) };
    case "local":
      return {
        ...copy,
        run: async (read, around) => copiedResult(await copy.run(ownValues(read), around)),
      };
  }
}

function copiedBegin(begin: Extract<Step, { kind: "visit" }>["begin"]) {
  if (begin.by === "redirect") return begin;
  if (begin.by === "form")
    return { ...begin, fields: (read: Read<string>) => begin.fields(ownValues(read)) };
  return { ...begin, url: (read: Read<string>) => begin.url(ownValues(read)) };
}

function copiedOutcome(outcome: Outcome<string, string>): Outcome<string, string> {
  const { next = "stop", read } = outcome;
  return {
    ...outcome,
    next: isEnd(next) ? next : own(next),
    ...(read === undefined ? {} : { read: (answer) => prefixed(read(answer)) }),
  };
}

function copiedResult(result: LocalResult<string>): LocalResult<string> {
  return result.values === undefined ? result : { ...result, values: prefixed(result.values) };
}

function prefixed(values: Values<string>): Values<string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [nameOf(name), value]));
}

function ownValues(read: Read<string>): Read<string> {
  const reading = (name: string) => read(nameOf(name));
  return Object.assign(reading, { maybe: (name: string) => read.maybe(nameOf(name)) });
}

function nameOf(name: string): string {
  return SHARED.has(name) ? name : own(name);
}
