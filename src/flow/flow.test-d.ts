import { defineFlow, type ExchangeStep, type LocalStep, type VisitStep } from "./define-flow.ts";
import type { WalkEvent } from "./to-machine.ts";

const facts = {
  title: "Ask for the token",
  channel: "back",
  stage: "redeem",
  spec: "RFC 6749 §4.1.3",
  why: "For the test.",
  chapter: "redeem",
  button: "send",
} as const;
const party = { name: "print.example", role: "client", what: "The client." } as const;
const value = { title: "code", what: "a code", tone: "code", tracked: true } as const;
const request = { method: "GET", url: "https://auth.example/token", headers: [] };
const tiny = {
  id: "tiny",
  title: "Tiny",
  summary: "Two steps.",
  sandbox: { clientSite: "server" },
  parties: { client: party, as: party },
  places: [],
  values: { code: value },
  chapters: [],
  start: "ask",
  given: {},
} as const;
const ask = {
  ...facts,
  kind: "exchange",
  from: "client",
  to: "as",
  request: () => request,
  classify: () => "ok",
} as const;
const check = {
  ...facts,
  kind: "local",
  from: "client",
  to: "client",
  run: async () => ({ outcome: "ok" }),
} as const;

/** Every edge leads to a step or an end. */
export const right = defineFlow({
  ...tiny,
  steps: {
    ask: {
      ...ask,
      outcomes: { ok: { label: "200", next: "check" }, refused: { label: "400" } },
      instead: [{ label: "Check first", next: "check" }],
    },
    check: { ...check, outcomes: { ok: { label: "ok", next: "done" } } },
  },
});

export const wrongEdge = defineFlow({
  ...tiny,
  steps: {
    ask: {
      ...ask,
      // @ts-expect-error a step may only lead to a step that exists
      outcomes: { ok: { label: "200", next: "chekc" } },
    },
    check: { ...check, outcomes: { ok: { label: "ok", next: "done" } } },
  },
});

export const wrongDetour = defineFlow({
  ...tiny,
  steps: {
    ask: {
      ...ask,
      outcomes: { ok: { label: "200", next: "done" } },
      // @ts-expect-error a detour may only lead to a step that exists
      instead: [{ label: "Check first", next: "check" }],
    },
  },
});

export const detourToTheEnd = defineFlow({
  ...tiny,
  steps: {
    ask: {
      ...ask,
      outcomes: { ok: { label: "200", next: "done" } },
      // @ts-expect-error a detour is a step, never an end
      instead: [{ label: "Stop", next: "stop" }],
    },
  },
});

export const wrongStart = defineFlow({
  ...tiny,
  // @ts-expect-error a flow begins at a step that exists
  start: "begin",
  steps: { ask: { ...ask, outcomes: { ok: { label: "200", next: "done" } } } },
});

export const wrongParty = defineFlow({
  ...tiny,
  steps: {
    ask: {
      ...ask,
      // @ts-expect-error a message goes to a party of the flow
      to: "api",
      outcomes: { ok: { label: "200", next: "done" } },
    },
  },
});

export const unknownValue = defineFlow({
  ...tiny,
  steps: {
    ask: {
      ...ask,
      outcomes: {
        ok: {
          label: "200",
          next: "done",
          // @ts-expect-error an answer gives values the flow has
          read: () => ({ token: "t" }),
        },
      },
    },
  },
});

export const unknownGiven = defineFlow({
  ...tiny,
  // @ts-expect-error a walk begins with values the flow has
  given: { password: "wonderland" },
  steps: { ask: { ...ask, outcomes: { ok: { label: "200", next: "done" } } } },
});

type Exchange = ExchangeStep<"ask", "code", "client">;
type Visit = VisitStep<"ask", "code", "client">;
type Local = LocalStep<"ask", "code", "client">;

export const readsAnother: Exchange["request"] = (read) => ({
  ...request,
  // @ts-expect-error a request reads values the flow has
  url: read("token"),
});

export const opening: Visit["begin"] = { by: "opening", url: (read) => read("code") };
// @ts-expect-error an address that is opened says which
export const nowhere: Visit["begin"] = { by: "opening" };
// @ts-expect-error a local step gives values the flow has
export const makesAnother: Local["run"] = async () => ({ outcome: "ok", values: { token: "t" } });

// @ts-expect-error a request is edited, or a form is filled in, never both
export const both: WalkEvent = { type: "NEXT", edited: request, typed: request };
