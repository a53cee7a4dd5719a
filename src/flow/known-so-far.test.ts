import { describe, expect, it } from "vitest";
import type { Flow } from "./define-flow.ts";
import { knowledge } from "./knowledge.ts";
import { goodEntries, goodWalk, json, refusedToken, smallFlow } from "./small-flow.fixture.ts";
import type { TraceEntry } from "./trace.ts";
import { type Taken, walkOf } from "./walk.ts";

/** The good walk with these entries before the code is redeemed. */
function walkWith(entries: readonly TraceEntry[]): readonly Taken[] {
  return walkOf(smallFlow, [...goodEntries.slice(0, 6), ...entries, ...goodEntries.slice(6)]).taken;
}

function refusals(count: number): readonly TraceEntry[] {
  return Array.from({ length: count }, () => refusedToken);
}

/** The flow, counting how often the refusal of its token request is read. */
function counting() {
  let count = 0;
  const read = () => {
    count += 1;
    return {};
  };
  const { token } = smallFlow.steps;
  if (token.kind !== "exchange") throw new Error("The token request is an exchange.");
  const outcomes = { ...token.outcomes, invalid_grant: { label: "400 invalid_grant", read } };
  const steps = { ...smallFlow.steps, token: { ...token, outcomes } };
  const flow: Flow = { ...smallFlow, steps };
  return { flow, count: () => count };
}

/** The same asked of a flow nothing was asked of before. */
function anew(taken: readonly Taken[]) {
  return knowledge({ ...smallFlow }, taken);
}

describe("knowledge of a walk that goes on", () => {
  it("reads the next message alone, be there 10 before it or 2,000", () => {
    const { flow, count } = counting();
    const { taken } = walkOf(flow, [...goodEntries.slice(0, 6), ...refusals(2001)]);
    knowledge(flow, taken.slice(0, 10));
    const first = count();
    knowledge(flow, taken.slice(0, 11));
    expect(count() - first).toBe(1);
    knowledge(flow, taken.slice(0, -1));
    const later = count();
    knowledge(flow, taken);
    expect(count() - later).toBe(1);
  });

  it("reads nothing again for a part of what it has read", () => {
    const { flow, count } = counting();
    const { taken } = walkOf(flow, [...goodEntries.slice(0, 6), ...refusals(20)]);
    knowledge(flow, taken);
    const before = count();
    knowledge(flow, taken, 12);
    knowledge(flow, taken.slice(0, 9));
    knowledge(flow, taken);
    expect(count()).toBe(before);
  });

  it("is at every message what it would be read anew", () => {
    const taken = walkWith(refusals(90));
    for (const count of [...taken.keys(), 7, taken.length]) {
      expect(knowledge(smallFlow, taken.slice(0, count))).toEqual(anew(taken.slice(0, count)));
    }
  });

  it("forgets what was said on a way that was rewound", () => {
    const taken = walkWith(refusals(3));
    knowledge(smallFlow, taken);
    const other = goodWalk(6, refusedToken).taken;
    expect(knowledge(smallFlow, other)).toEqual(anew(other));
    expect(knowledge(smallFlow, other).get("access_token")).toEqual(new Map());
    expect(knowledge(smallFlow, taken)).toEqual(anew(taken));
  });
});

describe("a string that gets its name late", () => {
  const hinting = (hint: string) => [
    { ...refusedToken, response: json(400, { error: "invalid_grant", hint }) },
  ];

  it("was known where it was said before", () => {
    expect([...(anew(walkWith(hinting("at.7"))).get("access_token") ?? [])]).toEqual([
      ["as", { position: 6 }],
      ["client", { position: 6 }],
      ["api", { position: 8 }],
    ]);
  });

  it("was not where only its words were, in another order", () => {
    expect([...(anew(walkWith(hinting("7.at"))).get("access_token") ?? [])]).toEqual([
      ["as", { position: 7 }],
      ["client", { position: 7 }],
      ["api", { position: 8 }],
    ]);
  });
});
