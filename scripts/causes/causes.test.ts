import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { stepOf } from "../../src/flow/define-flow.ts";
import type { TraceEntry } from "../../src/flow/trace.ts";
import { answeredIn, refusedIn } from "../../src/learn/errors/answered.ts";
import type { Cause, Way } from "../../src/learn/errors/cause.ts";
import { causesByCheck } from "../../src/learn/errors/causes.ts";
import { findRefusalWalk, refusalWalks } from "../../src/learn/errors/walks/index.ts";
import type { RefusalWalk } from "../../src/learn/errors/walks/refusal.ts";
import { play, playTo } from "./play.ts";
import { rowless } from "./rowless.ts";
import { tables } from "./tables.ts";
import { unreachable } from "./unreachable.ts";

const causes = Object.entries(causesByCheck).flatMap(([check, row]) =>
  row.causes.map((cause) => ({ check, cause })),
);

const ways = causes.flatMap(({ check, cause: { way, ...answered } }) =>
  way === null ? [] : [{ check, way, ...answered }],
);

describe("every way that is shipped leads to its check and its answer with the first press of Next", () => {
  test.each(ways)("$check: $code", async ({ check, way, code, where, status }) => {
    const entry = await played(way, code, check);
    expect(refusedIn(entry) ?? { check, ...answeredIn(entry) }).toEqual({
      check,
      code,
      where,
      status,
    });
    expect(refusedIn(entry) === undefined).toBe(Object.hasOwn(rowless, check));
  });
});

/** What comes of Next on the page that the card of a cause links to. */
function played(way: Way, code: string, check: string): Promise<TraceEntry> {
  if (!("walk" in way)) return play(way);
  const { flow, step } = walkFor(code, check);
  return playTo(flow, step);
}

function walkFor(code: string, check: string): RefusalWalk {
  const walk = findRefusalWalk(code, check);
  if (walk === undefined) throw new RangeError(`There is no walk for ${check}: ${code}.`);
  return walk;
}

describe("a walk that was made for a refusal", () => {
  test.each(refusalWalks)("$check: $code is all right but for its mistake", async (walk) => {
    const entry = await playTo(walk.right, walk.step);
    const made = entry.checks.find(({ id }) => id === walk.check);
    expect(made?.outcome).toBe("passed");
    expect(refusedIn(entry)).toBe(undefined);
  });

  test("is one of the ways that are shipped, under the title it has", () => {
    const shipped = ways.flatMap(({ check, code, way }) =>
      "walk" in way ? [{ check, code, ...way }] : [],
    );
    const made = refusalWalks.map(({ check, code, title, step, flow }) => ({
      check,
      code,
      walk: title,
      message: stepOf(flow, step).title,
    }));
    const ids = ({ check, code }: { check: string; code: string }) => `${check}: ${code}`;
    const sorted = (list: readonly (typeof made)[number][]) =>
      list.toSorted((a, b) => ids(a).localeCompare(ids(b)));
    expect(sorted(made)).toEqual(sorted(shipped));
  });
});

test("every row of every table has a cause, in its words", () => {
  const rows = [...tables.values()].flat();
  expect(rows.length).toBeGreaterThan(120);
  const told = rows.map(({ id }) => [id, causesByCheck[id]?.title, causesByCheck[id]?.spec]);
  expect(told).toEqual(rows.map(({ id, title, spec }) => [id, title, spec]));
  expect(causes.length).toBeGreaterThanOrEqual(Object.keys(causesByCheck).length);
  expect(Object.values(causesByCheck).filter((row) => row.causes.length === 0)).toEqual([]);
});

test("every row belongs to the endpoints whose tables have it", () => {
  const wrong = [...tables].flatMap(([where, rows]) =>
    rows.filter(({ id }) => causesByCheck[id]?.endpoints.includes(where) !== true),
  );
  expect(wrong).toEqual([]);
});

test("what no walk leads to is what is listed so, with its reason", () => {
  const without = causes.filter(({ cause: { way } }) => way === null);
  const listed = Object.entries(unreachable).flatMap(([check, list]) =>
    list.map((one): { check: string; cause: Cause } => ({ check, cause: { ...one, way: null } })),
  );
  const byCheck = (a: { check: string }, b: { check: string }) => a.check.localeCompare(b.check);
  expect(without.toSorted(byCheck)).toEqual(listed.toSorted(byCheck));
});

test("the checks of the client are those that its flows make", () => {
  const src = new URL("../../src/grants/", import.meta.url);
  const texts = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(path))
    .map((path) => readFileSync(new URL(path, src), "utf8"));
  const ids = texts.flatMap((text) => [...text.matchAll(/\bid: "(client\.[a-z-]+)"/g)]);
  const own = [...new Set(ids.map(([, id = ""]) => id))];
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter((id) => causesByCheck[id] === undefined)).toEqual([]);
});
