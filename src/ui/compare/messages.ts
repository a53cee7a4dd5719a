import { type Stage, type Step, stepOf } from "../../flow/define-flow.ts";
import { type Message, messagesOf } from "../../flow/messages.ts";
import { type Field, type MarkedField, marked, type Parts, partsOf } from "./fields.ts";
import type { Walking } from "./stages.ts";

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
      ...compared(own, parts, other, against),
      alone: counterpart === undefined,
    };
  });
}

function compared(own: Walking, parts: Parts, other: Walking, against: Parts | undefined) {
  const mark = (fields: readonly Field[], theirs: readonly Field[] | undefined) =>
    theirs === undefined
      ? fields
      : marked({ fields, walking: own }, { fields: theirs, walking: other });
  return {
    sent: mark(parts.sent, against?.sent),
    // What came back is compared once both have it.
    came: mark(parts.came, against?.came.length === 0 ? undefined : against?.came),
  };
}

function isKnown({ walk }: Walking, { step, taken }: Message): boolean {
  return taken !== undefined || walk.at === step;
}

function stateOf({ walk }: Walking, { position, taken }: Message): SideMessage["state"] {
  if (taken !== undefined) return "sent";
  return position === walk.taken.length ? "next" : "later";
}

/** Those that belong to a stage. */
export function inStage(messages: readonly SideMessage[], stage: Stage): readonly SideMessage[] {
  return messages.filter(({ facts }) => facts.stage === stage);
}
