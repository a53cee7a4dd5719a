import { type Stage, type Step, stepOf } from "../../flow/define-flow.ts";
import { type Message, messagesOf } from "../../flow/messages.ts";
import { type Field, type MarkedField, marked, type Parts, partsOf } from "./fields.ts";
import type { SideId, Walking } from "./stages.ts";

/** A message of one side, with what distinguishes it from the other side's message of the same step. */
export interface SideMessage extends Message {
  readonly facts: Step;
  readonly state: "sent" | "next" | "later";
  readonly line?: string | undefined;
  readonly sent: readonly MarkedField[];
  readonly came: readonly MarkedField[];
  /** Whether the other side has no such step at all. */
  readonly alone: boolean;
}

/** The messages of one side, those to come included, each compared with the other side's. */
export function sideMessages(own: Walking, other: Walking): readonly SideMessage[] {
  const theirs = messagesOf(other.flow, other.walk);
  return messagesOf(own.flow, own.walk).map((message) => {
    const parts = partsOf(own, message);
    const counterpart = theirs.findLast(({ step }) => step === message.step);
    const known = counterpart !== undefined && isKnown(other, counterpart);
    const against = known ? partsOf(other, counterpart) : undefined;
    return {
      ...message,
      facts: stepOf(own.flow, message.step),
      state: stateOf(own, message),
      line: parts.line,
      ...compared(own, parts, other, against, counterpart?.taken !== undefined),
      alone: counterpart === undefined,
    };
  });
}

/** The request is compared as soon as both are known, what came back once both have it. */
function compared(
  own: Walking,
  parts: Parts,
  other: Walking,
  against: Parts | undefined,
  answered: boolean,
) {
  const mark = (fields: readonly Field[], theirs: readonly Field[] | undefined) =>
    theirs === undefined
      ? fields
      : marked({ fields, walking: own }, { fields: theirs, walking: other });
  return {
    sent: mark(parts.sent, against?.sent),
    came: mark(parts.came, answered ? against?.came : undefined),
  };
}

function isKnown({ walk }: Walking, { step, taken }: Message): boolean {
  return taken !== undefined || walk.at === step;
}

function stateOf({ walk }: Walking, { position, taken }: Message): SideMessage["state"] {
  if (taken !== undefined) return "sent";
  return position === walk.taken.length ? "next" : "later";
}

/** A line of a stage: the messages of the same step, or the message only one side has. */
export type Pair = Readonly<Partial<Record<SideId, SideMessage>>>;

/** The messages of a stage, those of the same step beside each other. */
export function pairsIn(
  stage: Stage,
  messages: Readonly<Record<SideId, readonly SideMessage[]>>,
): readonly Pair[] {
  const left = messages.left.filter(({ facts }) => facts.stage === stage);
  const right = messages.right.filter(({ facts }) => facts.stage === stage);
  return paired(left, right);
}

function paired(left: readonly SideMessage[], right: readonly SideMessage[]): readonly Pair[] {
  const [one, ...more] = left;
  if (one === undefined) return right.map((message) => ({ right: message }));
  const at = right.findIndex(({ step }) => step === one.step);
  if (at === -1) return [{ left: one }, ...paired(more, right)];
  const before = right.slice(0, at).map((message) => ({ right: message }));
  return [
    ...before,
    { left: one, ...(right[at] && { right: right[at] }) },
    ...paired(more, right.slice(at + 1)),
  ];
}
