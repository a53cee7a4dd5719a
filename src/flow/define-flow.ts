import type { CheckResult, LeftOut } from "../oauth/checks.ts";
import type { HeaderList, WireRequest, WireResponse } from "../oauth/wire.ts";
import type { BrowserView } from "./trace.ts";
import type { Kept, SandboxSettings } from "./transport.ts";

/**
 * `front`: through the user's browser, by navigation. `back`: server to server, where no browser sees it.
 * `direct`: a request of the page's own script. `local`: nothing is sent; a party computes or checks.
 */
export type Channel = "front" | "back" | "direct" | "local";

/** The stages every grant shares, so that two grants can be laid side by side. */
export type Stage = "ask" | "authenticate" | "answer" | "redeem" | "use";

/** `done`: the client got what it wanted. `stop`: the protocol ended without it, as it should. */
export type End = "done" | "stop";

/** The six classic messages a walk folds into, and the API call after them. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
}

/** What a party is in the words of RFC 6749 §1.1, or beside them. */
export type PartyRole =
  | "user"
  | "browser"
  | "page"
  | "client"
  | "device"
  | "authorization-server"
  | "resource-server"
  | "attacker";

/** One who sends or receives messages. */
export interface Party {
  readonly name: string;
  readonly role: PartyRole;
  /** What it is, in the words of RFC 6749 §1.1. */
  readonly what: string;
  /** The site it answers at, when it has one. */
  readonly host?: string;
  /**
   * For a browser and what runs in it: which modelled browser; the user's unless said. It has the name of the place
   * in which is known what is seen there. For a device with a screen: whose screen it is.
   */
  readonly profile?: string;
  /** The place in which is known what it learns, when that is not the one of its role. */
  readonly place?: string;
}

/** A place where a value can come to be known; who-knows-what has a column for each. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly what: string;
}

/** A value with one colour and one short name everywhere. */
export interface ValueFacts {
  readonly title: string;
  readonly what: string;
  /** Colour of its chip. */
  readonly tone: "code" | "token" | "secret" | "proof" | "binding" | "plain";
  /** Whether who-knows-what has a row for it. */
  readonly tracked: boolean;
  /** Places that know it before the first message. */
  readonly knownTo?: readonly string[];
}

/** Reads a value the walk has gathered; throws `MissingValue` when the walk has none of that name. */
export interface Read<Value extends string> {
  (name: Value): string;
  /** The value, or nothing. */
  maybe(name: Value): string | undefined;
}

/** Thrown when a step needs a value no earlier step gave. */
export class MissingValue extends Error {
  override readonly name = "MissingValue";
  constructor(value: string) {
    super(`This step needs “${value}”, and no earlier message gave it.`);
  }
}

/** Values a walk has gathered, by name. */
export type Values<Value extends string> = Partial<Record<Value, string>>;

/** A message as the flow sees it: what was sent, and what came back unless the receiver still holds it. */
export interface Answer {
  readonly request: WireRequest;
  readonly response?: WireResponse;
}

/** An edge: what came back, in words, and where it leads. Without `next` the step waits to be sent again. */
export interface Outcome<Step extends string, Value extends string> {
  readonly label: string;
  readonly next?: Step | End;
  read?(answer: Answer): Values<Value>;
  /** Where an attacker comes away with nothing: id of the defence that is to thank, when no check refused. */
  readonly stoppedBy?: string;
  /** Whether it asks for patience: an error code on the wire, and no failure (RFC 8628 §3.5). */
  readonly notYet?: true;
}

/** Something else that may be done instead of this step. */
export interface Detour<Step extends string> {
  readonly label: string;
  readonly next: Step;
}

interface StepFacts<Step extends string, Value extends string, PartyId extends string> {
  readonly title: string;
  readonly from: PartyId;
  readonly to: PartyId;
  readonly channel: Channel;
  readonly stage: Stage;
  readonly spec: string;
  /** Two sentences at most. */
  readonly why: string;
  /** The classic message this one belongs to. */
  readonly chapter: string;
  /** What the user does for this message to be sent: “clicks Log in”. */
  readonly userDoes?: string;
  /** What the button says after “Next: ”. */
  readonly button: string;
  readonly outcomes: Readonly<Record<string, Outcome<Step, Value>>>;
  readonly instead?: readonly Detour<Step>[];
}

/** A request of a party's own, answered at once. */
export interface ExchangeStep<S extends string, V extends string, P extends string>
  extends StepFacts<S, V, P> {
  readonly kind: "exchange";
  request(read: Read<V>): WireRequest;
  classify(answer: Answer): string;
}

/** A navigation of the browser: an address opened, a redirect followed, or the form on the page submitted. */
export interface VisitStep<S extends string, V extends string, P extends string>
  extends StepFacts<S, V, P> {
  readonly kind: "visit";
  readonly begin: Navigation<V>;
  classify(answer: Answer): string;
}

export type Navigation<V extends string> =
  | {
      readonly by: "opening";
      url(read: Read<V>): string;
      /** What somebody puts into the request who is not the browser’s user. */
      headers?(read: Read<V>): HeaderList;
    }
  | { readonly by: "redirect" }
  | { readonly by: "form"; fields(read: Read<V>): Readonly<Record<string, string>> };

/** The client's server answers the request of the browser that it holds. */
export interface RespondStep<S extends string, V extends string, P extends string>
  extends StepFacts<S, V, P> {
  readonly kind: "respond";
  response(read: Read<V>, leftOut: LeftOut): WireResponse;
}

/** A party computes or checks; its checks are rows like the servers'. */
export interface LocalStep<S extends string, V extends string, P extends string>
  extends StepFacts<S, V, P> {
  readonly kind: "local";
  run(read: Read<V>, around: Surroundings): Promise<LocalResult<V>>;
}

/** What a party finds around it when it computes or checks. */
export interface Surroundings {
  /** The browser it runs in, for what runs in one. */
  readonly browser: BrowserView;
  /** Its own checks and precautions that are left out, for an attack to show what they are for. */
  readonly leftOut: LeftOut;
  /** Its clock, which is the sandbox's, epoch seconds. */
  readonly now: number;
}

/** What came of a step in which a party computes or checks. */
export interface LocalResult<V extends string> {
  readonly outcome: string;
  readonly values?: Values<V>;
  readonly checks?: readonly CheckResult[];
  /** HTML the page's script put on the page, or a device on its screen. */
  readonly page?: string;
  /** The address the page's script put in the address bar without a navigation. */
  readonly address?: string;
  readonly keep?: Kept;
  /** How far the clock goes on meanwhile, in seconds. */
  readonly wait?: number;
}

/** A message of a flow, or what a party does by itself. */
export type Step<S extends string = string, V extends string = string, P extends string = string> =
  | ExchangeStep<S, V, P>
  | VisitStep<S, V, P>
  | RespondStep<S, V, P>
  | LocalStep<S, V, P>;

/**
 * A grant as a typed value. Everything else (machine, diagram, list, previews, tests) is derived from it.
 * `S`, `V` and `P` are the ids of its steps, values and parties.
 */
export interface Flow<
  S extends string = string,
  V extends string = string,
  P extends string = string,
> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The world it is walked in. */
  readonly sandbox: SandboxSettings;
  readonly parties: Readonly<Record<P, Party>>;
  readonly places: readonly Place[];
  readonly values: Readonly<Record<V, ValueFacts>>;
  readonly chapters: readonly Chapter[];
  readonly start: NoInfer<S>;
  readonly steps: Readonly<Record<S, Step<NoInfer<S>, NoInfer<V>, NoInfer<P>>>>;
  /** The values the walk starts with: the client's own registration, the user's password. */
  readonly given: Values<NoInfer<V>>;
  /** What its ends mean; that the client got what it wanted, or that the protocol ended without it, unless said. */
  readonly ends?: Readonly<Record<End, string>>;
}

/** Checks a flow's edges when it is compiled: a step may only lead to a step that exists. */
export function defineFlow<const S extends string, const V extends string, const P extends string>(
  flow: Flow<S, V, P>,
): Flow<S, V, P> {
  return flow;
}

/** The checks and precautions a flow's world leaves out. */
export function leftOutOf({ sandbox }: Flow): LeftOut {
  return new Set(sandbox.without);
}

/** The step of that id; throws when the flow has none. */
export function stepOf(flow: Flow, id: string): Step {
  const step = flow.steps[id];
  if (step === undefined) throw new RangeError(`${flow.id} has no step “${id}”.`);
  return step;
}

/** Whether what an outcome leads to is an end of the walk, not a step. */
export function isEnd(target: string): target is End {
  return target === "done" || target === "stop";
}

/** The steps of the walk where everything goes well, in order: the first outcome of each. */
export function promisedWalk(flow: Flow, from: string = flow.start): readonly string[] {
  const walk: string[] = [];
  let at: string | undefined = from;
  while (at !== undefined && !isEnd(at) && !walk.includes(at)) {
    walk.push(at);
    at = Object.values(stepOf(flow, at).outcomes)[0]?.next;
  }
  return walk;
}

/** Reads from these values. */
export function reader(values: Values<string>): Read<string> {
  const maybe = (name: string) => values[name];
  const read = (name: string) => {
    const value = maybe(name);
    if (value === undefined) throw new MissingValue(name);
    return value;
  };
  return Object.assign(read, { maybe });
}
