import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answeredIn, refusedIn } from "../../src/learn/errors/answered.ts";
import type { Cause } from "../../src/learn/errors/cause.ts";
import { causesByCheck } from "../../src/learn/errors/causes.ts";
import { play } from "./play.ts";
import { rowless } from "./rowless.ts";
import { tables } from "./tables.ts";
import { unreachable } from "./unreachable.ts";

const causes = Object.entries(causesByCheck).flatMap(([check, row]) =>
  row.causes.map((cause) => ({ check, cause })),
);

describe("every way that is shipped leads to the check and the answer it is shipped for", () => {
  const ways = causes.flatMap(({ check, cause: { way, code, where, status } }) =>
    way === null ? [] : [{ check, way, code, where, status }],
  );
  test.each(ways)("$check: $code", async ({ check, way, code, where, status }) => {
    const entries = await play(way);
    const last = entries.at(-1);
    expect(entries.length).toBe(way.presses);
    expect(last && (refusedIn(last) ?? { check, ...answeredIn(last) })).toEqual({
      check,
      code,
      where,
      status,
    });
    expect(last && refusedIn(last) === undefined).toBe(Object.hasOwn(rowless, check));
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
  // The one applies to no ID token of the walks, the other is left out of the only walk it is for.
  expect(own.filter((id) => causesByCheck[id] === undefined).toSorted()).toEqual([
    "client.id-token-azp",
    "client.token-own",
  ]);
});
