import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { grants } from "../grants/index.ts";
import { indexedDbStore, openDatabase } from "../store/indexeddb.ts";
import { openSandbox } from "../testing/lab.ts";
import { attacks } from "./index.ts";
import { rowsOf, runCell } from "./matrix.ts";
import shipped from "./matrix.json" with { type: "json" };
import { targetsOf } from "./target.ts";

const cells = rowsOf(attacks).flatMap((row) =>
  targetsOf(grants).map((target) => [row.id, target.id, row, target] as const),
);

test.each(cells)("%s against %s comes to the same on IndexedDB", async (id, grant, row, target) => {
  const database = await openDatabase("attacks");
  const ran = await runCell(row, target, (settings) =>
    openSandbox(settings, (namespace) => indexedDbStore(database, `${id} ${grant} ${namespace}`)),
  );
  expect(ran).toEqual(shipped.cells.find((cell) => cell.attack === id && cell.grant === grant));
});
