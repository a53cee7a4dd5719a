import { describe, expect, it } from "vitest";
import { walkOf } from "../../flow/walk.ts";
import { firstMessage } from "./first-message.ts";
import { refusedRedemption, tinyEntries, tinyFlow, tinyWalk } from "./tiny-flow.fixture.ts";

function counting() {
  let count = 0;
  const find = firstMessage((_, { step }, text) => {
    count += 1;
    return step === text;
  });
  return { find, count: () => count };
}

const refusals = Array.from({ length: 2000 }, () => refusedRedemption);
const { taken } = walkOf(tinyFlow, [...tinyEntries.slice(0, 4), ...refusals]);

describe("the first message of which something holds", () => {
  it("is found among so many messages", () => {
    const { find } = counting();
    expect(find(tinyFlow, taken, "redeem", taken.length)).toBe(4);
    expect(find(tinyFlow, taken, "redeem", 4)).toBe(-1);
    expect(find(tinyFlow, taken, "redeem", 5)).toBe(4);
    expect(find(tinyFlow, taken, "use", taken.length)).toBe(-1);
  });

  it("costs the next message alone when the walk goes on", () => {
    const { find, count } = counting();
    find(tinyFlow, taken.slice(0, 2003), "use", 2003);
    expect(count()).toBe(2003);
    find(tinyFlow, taken, "use", 2004);
    find(tinyFlow, taken, "use", 2000);
    expect(count()).toBe(2004);
  });

  it("is looked for anew in another walk", () => {
    const { find } = counting();
    find(tinyFlow, taken, "use", taken.length);
    const whole = tinyWalk(6);
    expect(find(tinyFlow, whole.taken, "use", 6)).toBe(5);
  });
});
