import type { Flow } from "../../flow/define-flow.ts";
import { stepOf } from "../../flow/define-flow.ts";
import { messagesOf } from "../../flow/messages.ts";
import type { Stretch } from "../../flow/shown-window.ts";
import type { Walk } from "../../flow/walk.ts";
import type { Selected } from "./props.ts";
import { verdictOf } from "./verdict.ts";

/** One message of the list: those taken, then the promised ones. The picture is a rendering of this list. */
export interface Message {
  /** From 1. */
  readonly number: number;
  readonly step: string;
  readonly title: string;
  readonly chapter: string;
  /** Its index in `walk.taken`; absent when it is not sent yet. */
  readonly taken?: number;
  readonly state: "past" | "next" | "future";
  readonly refused: boolean;
  /** Whether the answer only asks for patience. */
  readonly notYet?: true;
  readonly edited: boolean;
}

/** The messages of the walk so far and of the promised rest, in order; all of them, or a stretch. */
export function listOf(flow: Flow, walk: Walk, shown?: Stretch): readonly Message[] {
  const messages = messagesOf(flow, walk).slice(shown?.from, shown?.to);
  return messages.map(({ position, number, step, taken }) => {
    const { title, chapter } = stepOf(flow, step);
    const names = { number, step, title, chapter };
    if (taken === undefined) {
      const state = position === walk.taken.length ? "next" : "future";
      return { ...names, state, refused: false, edited: false };
    }
    const { kind } = verdictOf(taken);
    return {
      ...names,
      taken: position,
      state: "past",
      refused: kind === "refused",
      ...(kind === "not yet" ? { notYet: true } : {}),
      edited: taken.entry.edited,
    };
  });
}

/** A chapter of the walk and the messages that belong to it. */
export interface FoldedMessage {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly state: Message["state"];
  readonly refused: boolean;
  readonly notYet?: true;
  readonly messages: readonly Message[];
}

/** The messages folded into the flow's chapters, in the chapters' order; chapters the walk does not come to are left out. */
export function foldedMessages(flow: Flow, walk: Walk): readonly FoldedMessage[] {
  const messages = listOf(flow, walk);
  return flow.chapters
    .map(({ id, title }) => ({
      id,
      title,
      messages: messages.filter(({ chapter }) => chapter === id),
    }))
    .filter((chapter) => chapter.messages.length > 0)
    .map((chapter, index) => ({
      ...chapter,
      number: index + 1,
      state: stateOf(chapter.messages),
      refused: chapter.messages.at(-1)?.refused ?? false,
      ...(chapter.messages.at(-1)?.notYet === true ? { notYet: true } : {}),
    }));
}

function stateOf(messages: readonly Message[]): Message["state"] {
  if (messages.some(({ state }) => state === "next")) return "next";
  return messages.every(({ state }) => state === "past") ? "past" : "future";
}

/** How to select a message. */
export function selectionOf(message: Message): Selected {
  return message.taken ?? message.step;
}
