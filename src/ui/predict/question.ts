import { type Flow, isEnd, type Step, stepOf, type ValueFacts } from "../../flow/define-flow.ts";
import { knowledge } from "../../flow/knowledge.ts";
import { requestText, says, readings } from "../../flow/readings.ts";
import type { Walk } from "../../flow/walk.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { parametersOf } from "../exchange/request-parameters.ts";
import { verdictOf } from "../stepper/verdict.ts";

/** A question about a message before it is sent. What is right is read from the walk afterwards. */
export interface Question {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** What came true; `after` is the walk with that message as its last. */
  judge(after: Walk): Outcome;
}

/** Something one may expect to happen. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface Outcome {
  /** Ids of the choices that came true. */
  readonly right: readonly string[];
  /** What happened, where the message itself does not say it. */
  readonly because?: string;
}

/** The message a question is asked about: the one that comes next in the walk, as it will be sent. */
export interface Asked {
  readonly flow: Flow;
  /** Before the message. */
  readonly walk: Walk;
  /** Absent where the step sends none. */
  readonly request: WireRequest | undefined;
  readonly edited: boolean;
}

/** The question worth asking about the message that is next; nothing where there is none. */
export function questionFor(asked: Asked): Question | undefined {
  const { flow, walk, request } = asked;
  if (isEnd(walk.at) || request === undefined) return undefined;
  const step = stepOf(flow, walk.at);
  if (asked.edited || wasSentBefore(walk, request)) return willItBeAccepted(flow, step);
  const value = worthAsking(asked, step);
  return value === undefined ? undefined : whoLearns(asked, value);
}

/** Whether the same body was sent to the same address before: a code, say, for the second time. */
function wasSentBefore({ taken }: Walk, { method, url, body }: WireRequest): boolean {
  return taken.some(
    ({ entry: { request } }) =>
      method === "POST" && request?.url === url && request.body === body && body !== undefined,
  );
}

function willItBeAccepted(flow: Flow, step: Step): Question {
  const receiver = flow.parties[step.to]?.name ?? step.to;
  return {
    text: `What will ${receiver} do with this message?`,
    choices: [
      { id: "accept", label: "Accept it" },
      { id: "refuse", label: "Refuse it" },
      ...(mayAskForPatience(step) ? [{ id: "not yet", label: "Answer: not yet" }] : []),
    ],
    judge(after) {
      const last = after.taken.at(-1);
      if (last === undefined) return { right: [] };
      const { kind } = verdictOf(last);
      if (kind === "not yet") return { right: [kind] };
      return { right: [kind === "refused" ? "refuse" : "accept"] };
    },
  };
}

function mayAskForPatience({ outcomes }: Step): boolean {
  return Object.values(outcomes).some(({ notYet }) => notYet === true);
}

const NOBODY: Choice = { id: "nobody", label: "Nobody new" };

function whoLearns({ flow, walk }: Asked, name: string): Question {
  const title = flow.values[name]?.title ?? name;
  const before = knowledge(flow, walk.taken).get(name);
  const places = flow.places.filter(({ id }) => before?.has(id) !== true);
  return {
    text: `Who learns the ${title} with this message?`,
    choices: [...places.map(({ id, title: label }) => ({ id, label })), NOBODY],
    judge(after) {
      const now = knowledge(flow, after.taken).get(name);
      const learned = places.filter(({ id }) => now?.has(id) === true);
      if (learned.length === 0) {
        return {
          right: [NOBODY.id],
          because: `Nobody learned the ${title} with this message who did not know it.`,
        };
      }
      const names = learned.map((place) => place.title).join(", ");
      return {
        right: learned.map(({ id }) => id),
        because: `Now the ${title} is known at: ${names}.`,
      };
    },
  };
}

/** What is most worth guarding comes first. */
const WORTH: readonly ValueFacts["tone"][] = [
  "token",
  "code",
  "secret",
  "proof",
  "binding",
  "plain",
];

/** The value to ask after: one the answer should bring, else the one in the message most worth guarding. */
function worthAsking(asked: Asked, step: Step): string | undefined {
  const known = knowledge(asked.flow, asked.walk.taken);
  const unknown = [...known].find(([, places]) => places.size === 0)?.[0];
  if (unknown !== undefined && bringsSomething(step)) return unknown;
  return [...known.keys()].filter((name) => carries(asked, name)).toSorted(byWorth(asked.flow))[0];
}

/** Whether the client hopes to read a credential from the answer to a request of its own. */
function bringsSomething(step: Step): boolean {
  const [hoped] = Object.values(step.outcomes);
  const asksForTokens = step.kind === "exchange" && step.stage === "redeem";
  const decides =
    step.kind === "visit" && step.begin.by === "form" && step.stage === "authenticate";
  return hoped?.read !== undefined && (asksForTokens || decides);
}

/** Whether the message has the value, or a parameter of its name whose value the client has not read yet. */
function carries({ walk, request }: Asked, name: string): boolean {
  if (request === undefined) return false;
  if (parametersOf(request).some((parameter) => parameter.name === name)) return true;
  const value = walk.values[name];
  return value !== undefined && says(readings(requestText(request)), value);
}

function byWorth(flow: Flow) {
  const worth = (name: string) => WORTH.indexOf(flow.values[name]?.tone ?? "plain");
  return (one: string, other: string) => worth(one) - worth(other);
}
