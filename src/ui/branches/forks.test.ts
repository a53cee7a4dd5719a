import { expect, test } from "vitest";
import { walkOf } from "../../flow/walk.ts";
import {
  refusedRedemption,
  tinyEntries,
  tinyFlow,
  tinyWalk,
} from "../exchange/tiny-flow.fixture.ts";
import { forksOf, forkText } from "./forks.ts";

const branch = (number: number, shared: number) => ({
  number,
  walk: walkOf(tinyFlow, [
    ...tinyEntries.slice(0, shared),
    { ...refusedRedemption, id: `other ${number}` },
  ]),
});

test("a message is marked after which branches went another way", () => {
  const forks = forksOf(tinyWalk(6), [branch(1, 4), branch(2, 2), branch(3, 4)]);
  expect([...forks]).toEqual([
    [3, [1, 3]],
    [1, [2]],
  ]);
});

test("a branch leaves also where the walk stands, rewound to there", () => {
  expect([...forksOf(tinyWalk(4), [{ number: 1, walk: tinyWalk(6) }])]).toEqual([[3, [1]]]);
});

test("a branch that is all in the walk leaves it nowhere", () => {
  expect([...forksOf(tinyWalk(6), [{ number: 1, walk: tinyWalk(4) }])]).toEqual([]);
});

test("the mark names the branches", () => {
  expect([undefined, [1], [1, 2], [1, 2, 3]].map(forkText)).toEqual([
    undefined,
    "branch 1 leaves here",
    "branches 1 and 2 leave here",
    "branches 1, 2 and 3 leave here",
  ]);
});
