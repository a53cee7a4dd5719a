import { assign, fromPromise, setup } from "xstate";
import type { WireRequest } from "../oauth/wire.ts";
import type { Flow, Step, Surroundings } from "./define-flow.ts";
import { leftOutOf, reader, stepOf } from "./define-flow.ts";
import type { TraceEntry } from "./trace.ts";
import type { Call, Transport } from "./transport.ts";
import { absorb, browserBefore, profileOf, requestOf, type Walk } from "./walk.ts";

/** What a walk can be told to do. */
export type WalkEvent =
  /** Send the step's message, as it stands or as the learner changed it. */
  | { readonly type: "NEXT"; readonly edited?: WireRequest; readonly typed?: never }
  /** Send the form as the learner filled it in, which changes nothing that was promised. */
  | { readonly type: "NEXT"; readonly typed: WireRequest; readonly edited?: never }
  /** Do another step instead of the one that waits. */
  | { readonly type: "INSTEAD"; readonly step: string };

export interface WalkContext {
  readonly walk: Walk;
  /** What went wrong when nothing readable came back. */
  readonly failure?: string;
}

export interface StepInput {
  readonly walk: Walk;
  readonly edited?: WireRequest | undefined;
  readonly typed?: WireRequest | undefined;
}

export type WalkTag = "waiting" | "busy" | "failed" | "done";

/**
 * The statechart of a flow: a state for every step, in it `waiting`, `busy` and `failed`, and an edge for
 * every outcome. `perform` has to be provided with `performWith`.
 */
export function toMachine(flow: Flow) {
  const steps = Object.keys(flow.steps);
  const machine = setup({
    types: {
      context: {} as WalkContext,
      events: {} as WalkEvent,
      input: {} as Walk,
      tags: {} as WalkTag,
    },
    actors: { perform: fromPromise<Walk, StepInput>(unprovided) },
    guards: {
      "the walk stands at": ({ context }, params: { step: string }) =>
        context.walk.at === params.step,
      "the answer leads to": (_, params: { came: string; step: string }) =>
        params.came === params.step,
      "the learner chose": ({ event }, params: { step: string }) =>
        event.type === "INSTEAD" && event.step === params.step,
    },
    actions: {
      "take in the answer": assign((_, params: { walk: Walk }) => ({ walk: params.walk })),
      "remember what went wrong": assign((_, params: { error: unknown }) => ({
        failure: params.error instanceof Error ? params.error.message : String(params.error),
      })),
      "stand at": assign(({ context }, params: { step: string }) => ({
        walk: { ...context.walk, at: params.step },
      })),
    },
  });

  const stepState = (id: string) =>
    machine.createStateConfig({
      initial: "waiting",
      states: {
        waiting: { tags: "waiting", on: movesFrom(flow, id) },
        busy: {
          tags: "busy",
          invoke: {
            src: "perform",
            input: ({ context, event }) =>
              event.type === "NEXT"
                ? { walk: context.walk, edited: event.edited, typed: event.typed }
                : { walk: context.walk },
            onDone: targetsOf(flow, id).map((target) => ({
              guard: {
                type: "the answer leads to" as const,
                params: ({ event }: { event: { output: Walk } }) => ({
                  came: event.output.at,
                  step: target,
                }),
              },
              target: `#${target}`,
              actions: {
                type: "take in the answer" as const,
                params: ({ event }: { event: { output: Walk } }) => ({ walk: event.output }),
              },
            })),
            onError: {
              target: "failed",
              actions: {
                type: "remember what went wrong" as const,
                params: ({ event }: { event: { error: unknown } }) => ({ error: event.error }),
              },
            },
          },
        },
        failed: { tags: "failed", on: movesFrom(flow, id) },
      },
    });

  return machine.createMachine({
    id: flow.id,
    context: ({ input }) => ({ walk: input }),
    initial: "resuming",
    states: {
      resuming: {
        always: [...steps, "done", "stop"].map((step) => ({
          guard: { type: "the walk stands at" as const, params: { step } },
          target: `#${step}`,
        })),
      },
      ...Object.fromEntries(steps.map((id) => [id, { id, ...stepState(id) }])),
      done: { id: "done", type: "final", tags: "done" },
      stop: { id: "stop", type: "final", tags: "done" },
    },
  });
}

/** The machine of a flow. */
export type WalkMachine = ReturnType<typeof toMachine>;

function movesFrom(flow: Flow, id: string) {
  const detours = stepOf(flow, id).instead ?? [];
  return {
    NEXT: { target: "busy" },
    INSTEAD: detours.map(({ next }) => ({
      guard: { type: "the learner chose" as const, params: { step: next } },
      target: `#${next}`,
      actions: { type: "stand at" as const, params: { step: next } },
    })),
  };
}

/** Where the outcomes of a step lead, itself included when one of them leaves it waiting. */
function targetsOf(flow: Flow, id: string): readonly string[] {
  const targets = Object.values(stepOf(flow, id).outcomes).map(({ next }) => next ?? id);
  return [...new Set(targets)];
}

async function unprovided(): Promise<never> {
  throw new Error(
    "The actor “perform” was not provided. Provide it with performWith(flow, transport).",
  );
}

/** The actor that sends a step's message, reads what comes back and gives the walk that follows. */
export function performWith(flow: Flow, transport: Transport) {
  // A message that got no answer may have arrived: sent again it keeps its id, and so acts once.
  const unanswered = new Map<string, string>();
  return fromPromise<Walk, StepInput>(async ({ input }) => {
    const { walk, edited, typed } = input;
    const message = JSON.stringify([walk.at, walk.taken.length, edited, typed]);
    const id = unanswered.get(message) ?? crypto.randomUUID();
    unanswered.set(message, id);
    const entry = await send(flow, transport, input, id);
    unanswered.delete(message);
    return absorb(flow, walk, entry);
  });
}

/** Sends the message of the step the walk stands at; the walk that follows. Throws `UnreadableAnswer`, or what the transport throws. */
export async function takeStep(flow: Flow, transport: Transport, input: StepInput): Promise<Walk> {
  const entry = await send(flow, transport, input, crypto.randomUUID());
  return absorb(flow, input.walk, entry);
}

function send(flow: Flow, transport: Transport, input: StepInput, id: string): Promise<TraceEntry> {
  const step = stepOf(flow, input.walk.at);
  const profile = profileOf(flow, step);
  const call = {
    id,
    step: input.walk.at,
    edited: input.edited !== undefined,
    ...(profile === undefined ? {} : { browser: profile }),
  };
  return sendStep(flow, step, call, transport, input);
}

async function sendStep(
  flow: Flow,
  step: Step,
  call: Call,
  transport: Transport,
  { walk, edited, typed }: StepInput,
): Promise<TraceEntry> {
  if (step.kind === "local") {
    const ran = await step.run(reader(walk.values), surroundings(flow, walk, call, transport));
    const { outcome, values = {}, checks = [], ...rest } = ran;
    return transport.record(call, { outcome, values: present(values), checks, ...rest });
  }
  if (step.kind === "respond") {
    const response = step.response(reader(walk.values), leftOutOf(flow));
    return transport.respond(call, response);
  }
  const request = edited ?? typed ?? requestOf(flow, call.step, walk);
  if (request === undefined)
    throw new Error("The browser has no redirect to follow here. Restart the walk.");
  if (step.kind === "visit") return transport.visit(call, request);
  const party = flow.parties[step.from];
  return party?.role === "page" && party.host !== undefined
    ? transport.exchange(call, request, `https://${party.host}`)
    : transport.exchange(call, request);
}

function surroundings(flow: Flow, walk: Walk, call: Call, transport: Transport): Surroundings {
  return {
    browser: browserBefore(walk, call.browser),
    leftOut: leftOutOf(flow),
    now: transport.now?.() ?? walk.taken.at(-1)?.entry.at ?? 0,
  };
}

function present(values: Readonly<Partial<Record<string, string>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
