import { assign, setup } from "xstate";
import { type AnswerEvent, type Answers, isQuestion } from "./questions.ts";

interface ChoiceContext {
  readonly answers: Answers;
}

/** What the machine is told about its types; there is nothing in it when it runs. */
const types: { readonly context?: ChoiceContext; readonly events?: AnswerEvent } = {};

const choice = setup({
  types,
  guards: {
    "a server makes the pages, and only an API is called": ({ context: { answers } }) =>
      answers.runs === "server" && answers.identity === "no",
    "a server makes the pages, and people sign in": ({ context: { answers } }) =>
      answers.runs === "server",
    // A page that calls no API has no use for an access token, whatever its server could hand it.
    "a server keeps the tokens": ({ context: { answers } }) =>
      answers.backend === "bff" || (answers.backend === "mediating" && answers.identity === "only"),
    "a server hands the page an access token": ({ context: { answers } }) =>
      answers.backend === "mediating",
    "the page has no server": ({ context: { answers } }) => answers.backend === "none",
    "people install it": ({ context: { answers } }) => answers.runs === "native",
  },
  actions: {
    "keep the answer": assign(({ context, event }) => {
      const [question = "", answer = ""] = event.type.split(".");
      return isQuestion(question)
        ? { answers: { ...context.answers, [question]: answer } }
        : context;
    }),
  },
});

/** An edge that an answer takes. */
function to<Target extends string>(target: Target) {
  return { target, actions: "keep the answer" } as const;
}

/** A state in which everything is decided. Nothing leaves it: another answer is another way through. */
const DECIDED = { type: "final" } as const;

/** The way from the first question to what suits: a state for every question, and a final one for every outcome. */
export const choiceMachine = choice.createMachine({
  id: "choice",
  context: { answers: {} },
  initial: "user",
  states: {
    user: { on: { "user.yes": to("runs"), "user.no": to("program") } },
    program: { on: { "program.server": to("proof"), "program.shipped": to("shipped-program") } },
    proof: { on: { "proof.key": to("service-key"), "proof.secret": to("service-secret") } },
    runs: {
      on: {
        "runs.server": to("identity"),
        "runs.browser": to("backend"),
        "runs.native": to("identity"),
        "runs.cli": to("display"),
        "runs.device": to("device"),
        "runs.agent": to("agent"),
      },
    },
    backend: {
      on: {
        "backend.bff": to("identity"),
        "backend.mediating": to("identity"),
        "backend.none": to("identity"),
      },
    },
    display: { on: { "display.here": to("cli"), "display.elsewhere": to("remote-cli") } },
    agent: { on: { "agent.desktop": to("desktop-agent"), "agent.hosted": to("hosted-agent") } },
    identity: {
      on: {
        "identity.no": to("today"),
        "identity.also": to("today"),
        "identity.only": to("today"),
      },
    },
    today: {
      on: {
        "today.nothing": to("weighing"),
        "today.implicit": to("weighing"),
        "today.password": to("weighing"),
      },
    },
    weighing: {
      always: [
        { guard: "a server makes the pages, and only an API is called", target: "web" },
        { guard: "a server makes the pages, and people sign in", target: "web-sign-in" },
        { guard: "a server keeps the tokens", target: "bff" },
        { guard: "a server hands the page an access token", target: "mediating" },
        { guard: "the page has no server", target: "page" },
        { guard: "people install it", target: "native" },
      ],
    },
    "service-key": DECIDED,
    "service-secret": DECIDED,
    "shipped-program": DECIDED,
    web: DECIDED,
    "web-sign-in": DECIDED,
    bff: DECIDED,
    mediating: DECIDED,
    page: DECIDED,
    native: DECIDED,
    cli: DECIDED,
    "remote-cli": DECIDED,
    device: DECIDED,
    "desktop-agent": DECIDED,
    "hosted-agent": DECIDED,
  },
});
