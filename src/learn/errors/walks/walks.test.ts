import { describe, expect, test } from "vitest";
import { promisedWalk } from "../../../flow/define-flow.ts";
import { pathTo } from "../../../flow/run-to.ts";
import { toMachine } from "../../../flow/to-machine.ts";
import { lostEdges, unknownNames } from "../../../testing/sound-flow.ts";
import { errorCodes } from "../answers.ts";
import { findRefusalWalk, refusalWalks } from "./index.ts";

test("no two walks are for the same answer of the same check, and each is about an error that has a page", () => {
  const ids = refusalWalks.map(({ code, check }) => `${code}/${check}`);
  expect(ids).toEqual([...new Set(ids)]);
  const codes: readonly string[] = errorCodes;
  expect(refusalWalks.filter(({ code }) => !codes.includes(code))).toEqual([]);
  expect(findRefusalWalk("invalid_client", "token.client-confidential")).toBe(undefined);
});

describe.each(refusalWalks)("the walk for $check: $code", ({ flow, right, step, title, story }) => {
  test("leads only to steps that exist, and can be run as a machine", () => {
    expect(lostEdges(flow)).toEqual([]);
    expect(toMachine(flow).id).toBe(right.id);
    expect(pathTo(flow, step)).toEqual(
      promisedWalk(flow).slice(0, promisedWalk(flow).indexOf(step)),
    );
  });

  test("names only parties and chapters it has", () => {
    expect(unknownNames(flow)).toEqual([]);
  });

  test("says in short sentences what is wrong", () => {
    expect(title).toMatch(/^[A-Z][^.!]*$/);
    expect(story).toMatch(/^[A-Z].*\.$/);
    const long = story.split(/[.:;] /).filter((sentence) => sentence.split(" ").length > 25);
    expect(long).toEqual([]);
  });
});
