import { expect, test } from "vitest";
import { runTo } from "../../flow/run-to.ts";
import { takeStep } from "../../flow/to-machine.ts";
import { toMermaid } from "../../flow/to-mermaid.ts";
import type { Taken } from "../../flow/walk.ts";
import { deviceFlow as flow } from "../../grants/device-code/flow.ts";
import { openSandbox } from "../../testing/lab.ts";
import { promisedRequest } from "./promised-request.ts";
import { questionFor } from "../predict/question.ts";
import { foldedMessages, listOf } from "./messages.ts";
import { announcement, verdictOf } from "./verdict.ts";

/** The walk after the first poll, and after a second one at once. */
async function polled() {
  const transport = await openSandbox(flow.sandbox);
  const pending = await runTo(flow, transport, "open");
  const question = questionFor({
    flow,
    walk: { ...pending, at: "poll" },
    request: promisedRequest(flow, { ...pending, at: "poll" }),
    edited: false,
  });
  const slowed = await takeStep(flow, transport, { walk: { ...pending, at: "poll" } });
  return { pending, slowed, question };
}

function last(taken: readonly Taken[]): Taken {
  const one = taken.at(-1);
  if (one === undefined) throw new RangeError("Nothing was sent.");
  return one;
}

test("authorization_pending and slow_down are no refusals: the device shall ask again (RFC 8628 §3.5)", async () => {
  const { pending, slowed } = await polled();
  expect([verdictOf(last(pending.taken)).kind, verdictOf(last(pending.taken)).text]).toEqual([
    "not yet",
    "Not yet, ask again: 400 authorization_pending (RFC 8628 §3.5).",
  ]);
  expect(announcement("The frame asks", 3, last(pending.taken))).toBe(
    "Message 3, The frame asks: answered 400 authorization_pending. Not yet, ask again.",
  );
  expect([verdictOf(last(slowed.taken)).kind, verdictOf(last(slowed.taken)).text]).toEqual([
    "not yet",
    "Not yet, ask again: 400 slow_down (RFC 8628 §3.5).",
  ]);
});

test("what is not yet has its own mark in the list, folded and not (RFC 8628 §3.5)", async () => {
  const { pending } = await polled();
  const marks = listOf(flow, pending)
    .slice(0, 4)
    .map(({ step, refused, notYet }) => [step, refused, notYet]);
  expect(marks).toEqual([
    ["codes", false, undefined],
    ["show_code", false, undefined],
    ["poll_early", false, true],
    ["open", false, undefined],
  ]);
  const chapter = foldedMessages(flow, pending).find(({ id }) => id === "poll");
  expect([chapter?.refused, chapter?.notYet]).toEqual([false, true]);
});

test("the diagram says of the answer that it is not yet (RFC 8628 §3.5)", async () => {
  const { pending } = await polled();
  const lines = toMermaid(flow, pending, { folded: false }).lines.filter(
    ({ takenIndex, part }) => takenIndex === 2 && part === "response",
  );
  expect(lines.map(({ refused, notYet, text }) => [refused, notYet, text.join(" ")])).toEqual([
    [false, true, "400 authorization_pending (not yet)"],
  ]);
});

test("a poll that is asked about may be answered: not yet (RFC 8628 §3.5)", async () => {
  const { slowed, question } = await polled();
  expect(question?.choices.map(({ label }) => label)).toEqual([
    "Accept it",
    "Refuse it",
    "Answer: not yet",
  ]);
  expect(question?.judge(slowed).right).toEqual(["not yet"]);
});
