import { expect, test } from "vitest";
import { type Check, runChecks } from "./checks.ts";

interface Facts {
  readonly name: string | undefined;
  readonly age: number;
}

const described = { spec: "RFC 6749 §1", why: "For the test." };
const rows: readonly Check<Facts, string>[] = [
  {
    ...described,
    id: "grown",
    title: "Grown",
    refuse: ({ age }) => (age < 18 ? "too young" : undefined),
  },
  {
    ...described,
    id: "short",
    title: "The name is short",
    applies: ({ name }) => name !== undefined,
    refuse: async ({ name }) => ((name ?? "").length > 3 ? "too long" : undefined),
  },
  { ...described, id: "last", title: "Last", refuse: () => undefined },
];
const outcomes = async (facts: Facts) => {
  const { refusal, results } = await runChecks(rows, facts);
  return { refusal, rows: results.map(({ id, outcome }) => `${id}: ${outcome}`) };
};

test("runs the rows in order and stops at the first that refuses", async () => {
  expect(await outcomes({ name: "Alice", age: 20 })).toEqual({
    refusal: "too long",
    rows: ["grown: passed", "short: failed", "last: not reached"],
  });
  expect(await outcomes({ name: "Bob", age: 20 })).toEqual({
    refusal: undefined,
    rows: ["grown: passed", "short: passed", "last: passed"],
  });
});

test("leaves out a row that has nothing to check, reached or not", async () => {
  expect((await outcomes({ name: undefined, age: 20 })).rows).toEqual([
    "grown: passed",
    "last: passed",
  ]);
  expect((await outcomes({ name: undefined, age: 2 })).rows).toEqual([
    "grown: failed",
    "last: not reached",
  ]);
});

test("rows left out are no part of the list", async () => {
  const { refusal, results } = await runChecks(rows, { name: "Alice", age: 7 }, new Set(["grown"]));
  expect([refusal, results.map(({ id }) => id)]).toEqual(["too long", ["short", "last"]]);
});
