import { expect, test } from "vitest";
import { countOf } from "../../flow/messages.ts";
import { runTo } from "../../flow/run-to.ts";
import { takeStep } from "../../flow/to-machine.ts";
import { newWalk } from "../../flow/walk.ts";
import { findRefusalWalk } from "../../learn/errors/walks/index.ts";
import { openSandbox } from "../../testing/lab.ts";
import { lookingAnnouncement, placeOfNext } from "./verdict.ts";

const { flow, step } = refusalWalk();

test("a message that was refused keeps its number, and the next one says whose place it takes", async () => {
  const client = await openSandbox(flow.sandbox);
  const before = await runTo(flow, client, step);
  const refused = await takeStep(flow, client, { walk: before });
  const again = await takeStep(flow, client, { walk: refused });
  expect([before, refused, again].map((walk) => placeOfNext(walk, countOf(flow, walk)))).toEqual([
    "Message 2 of 8",
    "Message 3 of 9 · message 2 again, which was refused",
    "Message 4 of 10 · message 3 again, which was refused",
  ]);
  expect(lookingAnnouncement(flow, refused, 0)).toBe(
    `You are looking at message 1, ${titleOf(refused.taken[0]?.step)}. Nothing is undone: the walk stands where it was.`,
  );
});

test("who looks ahead is told that the walk stands where it was", () => {
  expect(lookingAnnouncement(flow, newWalk(flow), step)).toBe(
    `You are looking ahead, at ${titleOf(step)}. The walk stands where it was.`,
  );
});

function titleOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : flow.steps[id]?.title;
}

function refusalWalk() {
  const walk = findRefusalWalk("invalid_client", "token.assertion-audience");
  if (walk === undefined) throw new Error("There is no such walk.");
  return walk;
}
