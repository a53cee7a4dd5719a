import { type Flow, type Step, stepOf } from "./define-flow.ts";
import { foldLines } from "./fold-lines.ts";
import { wrapText } from "./mermaid-text.ts";
import { requestLabel, responseLabel } from "./message-label.ts";
import { type Message, messagesOf } from "./messages.ts";
import { promisedLabels } from "./promised.ts";
import type { Stretch } from "./shown-window.ts";
import type { Taken, Walk } from "./walk.ts";

/** One arrow or note of the picture. */
export interface DiagramLine {
  /** The step it belongs to; of a folded chapter, the one that would be looked at. */
  readonly step: string;
  /** Index in `walk.taken`; absent for what is only promised. */
  readonly takenIndex?: number;
  /** The messages it stands for, as positions in `messagesOf`. */
  readonly first: number;
  readonly last: number;
  readonly part: "user" | "request" | "response" | "note";
  /** Ids of parties; the same for a note. */
  readonly from: string;
  readonly to: string;
  /** Front channel: through the user's browser. */
  readonly dashed: boolean;
  /** Whether it is, or carries, a refusal. */
  readonly refused: boolean;
  /** Whether it carries an answer that only asks for patience. */
  readonly notYet?: true;
  /** The label, broken into lines. */
  readonly text: readonly string[];
}

/** Characters of a label before it is broken. */
const WIDTHS = { user: 18, note: 23, request: 26, response: 26 } as const;

/** How a walk is drawn. */
export interface Drawn {
  /** Chapters in place of messages. */
  readonly folded: boolean;
  /** The messages that are drawn, of a long walk; all of them unless told. */
  readonly shown?: Stretch | undefined;
}

/** What the picture of a walk consists of, top to bottom. */
export function diagramLines(
  flow: Flow,
  walk: Walk,
  { folded, shown }: Drawn,
): readonly DiagramLine[] {
  const messages = messagesOf(flow, walk);
  const lines = messages
    .slice(shown?.from, shown?.to)
    .flatMap((message) => knownLines(flow, walk, messages, message));
  if (!folded) return lines;
  const present = new Set(messages.map(({ step }) => stepOf(flow, step).chapter));
  return foldLines(flow, lines, present);
}

/** The lines of messages that were sent, which stay as they are. */
const sent = new WeakMap<Flow, WeakMap<Taken, readonly DiagramLine[]>>();

function knownLines(
  flow: Flow,
  walk: Walk,
  messages: readonly Message[],
  message: Message,
): readonly DiagramLine[] {
  if (message.taken === undefined) return linesOf(flow, walk, messages, message);
  const ofFlow = sent.get(flow) ?? new WeakMap<Taken, readonly DiagramLine[]>();
  sent.set(flow, ofFlow);
  const known = ofFlow.get(message.taken);
  if (known?.[0]?.first === message.position) return known;
  const lines = linesOf(flow, walk, messages, message);
  ofFlow.set(message.taken, lines);
  return lines;
}

function linesOf(
  flow: Flow,
  walk: Walk,
  messages: readonly Message[],
  message: Message,
): readonly DiagramLine[] {
  const step = stepOf(flow, message.step);
  const notYet = message.taken?.notYet;
  const parts = partsOf(flow, walk, messages, message);
  return parts.map(({ part, label }, index) => {
    const text = index === 0 ? `${message.number}. ${label}` : label;
    return {
      ...placeOf(message),
      ...endsOf(flow, step, part),
      part,
      refused: part !== "user" && part !== "request" && wasRefused(message),
      ...(notYet === true && part === "response" ? { notYet } : {}),
      text: wrapText(text, WIDTHS[part]),
    };
  });
}

interface Part {
  readonly part: DiagramLine["part"];
  readonly label: string;
}

function partsOf(
  flow: Flow,
  walk: Walk,
  messages: readonly Message[],
  message: Message,
): readonly Part[] {
  const step = stepOf(flow, message.step);
  if (step.kind === "local") return [{ part: "note", label: step.button }];
  const user: readonly Part[] =
    step.userDoes === undefined ? [] : [{ part: "user", label: step.userDoes }];
  const { request, response } = labelsOf(flow, walk, messages, message);
  return [
    ...user,
    ...(request === undefined ? [] : [{ part: "request" as const, label: request }]),
    ...(response === undefined ? [] : [{ part: "response" as const, label: response }]),
  ];
}

interface Labels {
  readonly request: string | undefined;
  readonly response: string | undefined;
}

function labelsOf(flow: Flow, walk: Walk, messages: readonly Message[], message: Message): Labels {
  const { kind } = stepOf(flow, message.step);
  if (message.taken === undefined) {
    const promised = promisedLabels(flow, walk, messages, message);
    if (kind === "respond") return { request: undefined, response: promised.response };
    return isHeld(flow, messages, message) ? { ...promised, response: undefined } : promised;
  }
  const { notYet } = message.taken;
  const { request, response, edited } = message.taken.entry;
  const asked = request === undefined ? "" : `${requestLabel(request)}${edited ? " (edited)" : ""}`;
  return {
    request: kind === "respond" || request === undefined ? undefined : asked,
    response:
      response === undefined
        ? undefined
        : `${responseLabel(response)}${notYet === true ? " (not yet)" : ""}`,
  };
}

/** Whether the client's server will hold this request and answer it by a step of its own. */
function isHeld(
  flow: Flow,
  messages: readonly Message[],
  { position, step: id }: Message,
): boolean {
  const step = stepOf(flow, id);
  const later = messages.slice(position + 1).map((message) => stepOf(flow, message.step));
  if (step.kind === "exchange") {
    const answer = later.find(({ kind }) => kind === "respond");
    return answer?.from === step.to && answer.to === step.from;
  }
  if (step.kind !== "visit") return false;
  const next = later.find(({ kind }) => kind === "visit" || kind === "respond");
  return next?.kind === "respond" && next.from === step.to;
}

function placeOf(message: Message): Pick<DiagramLine, "step" | "takenIndex" | "first" | "last"> {
  const { step, position } = message;
  const place = { step, first: position, last: position };
  return message.taken === undefined ? place : { ...place, takenIndex: position };
}

function endsOf(
  flow: Flow,
  step: Step,
  part: DiagramLine["part"],
): Pick<DiagramLine, "from" | "to" | "dashed"> {
  const dashed = step.channel === "front" && part !== "user";
  if (part === "note") return { from: step.from, to: step.from, dashed: false };
  if (part === "user") {
    const user = partyOfRole(flow, "user") ?? step.from;
    const touched = flow.parties[step.from]?.role === "device" ? step.from : undefined;
    return { from: user, to: touched ?? partyOfRole(flow, "browser") ?? step.from, dashed };
  }
  const answers = part === "response" && step.kind !== "respond";
  return answers
    ? { from: step.to, to: step.from, dashed }
    : { from: step.from, to: step.to, dashed };
}

function partyOfRole(flow: Flow, role: string): string | undefined {
  return Object.keys(flow.parties).find((id) => flow.parties[id]?.role === role);
}

function wasRefused({ taken }: Message): boolean {
  if (taken === undefined || taken.notYet === true) return false;
  const { checks, response } = taken.entry;
  const failed = checks.some(({ outcome }) => outcome === "failed");
  return failed || (response?.status ?? 0) >= 400 || !taken.led;
}
