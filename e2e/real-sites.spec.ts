import { expect, test } from "@playwright/test";
import { attacks } from "../src/attacks/index.ts";
import { rowsOf } from "../src/attacks/matrix.ts";
import { defencesAgainst } from "../src/attacks/run.ts";
import { shippedCells } from "./sites/shipped.ts";
import { realCells } from "./sites/cells.ts";
import { notRun, realAttacks } from "./sites/index.ts";
import { runReal } from "./sites/run.ts";

// The cells of the matrix once more, in a real browser that keeps auth.localhost, print.localhost and evil.localhost apart.
// Each site is served by the same code as in the page; what is compared is what came of it at the API or in a session.

test.describe("the matrix in a real browser", { tag: "@root" }, () => {
  for (const { row, target, real, standard } of realCells()) {
    const name = `${row.id} against ${target.id}`;
    const cell = shippedCells.find((one) => one.attack === row.id && one.grant === target.id);

    test(`${name} comes to the same as in the page`, async ({ browser }) => {
      const ran = await runReal(browser, real, row, target, standard);
      expect({ verdict: ran.verdict, by: ran.by ?? cell?.by }).toEqual({
        verdict: cell?.verdict,
        by: cell?.by,
      });
      if (ran.verdict === "succeeds" || ran.by !== undefined) return;
      // Nobody refused, so it is a precaution that left nothing to take: without just that one, things go on.
      const others = standard.filter(({ id }) => id !== cell?.by);
      const without = await runReal(browser, real, row, target, others);
      expect(without.verdict === "succeeds" ? "taken" : without.by).not.toBe(undefined);
    });

    if (defencesAgainst(row.way, target).length === 0 || cell?.verdict === "succeeds") continue;
    test(`${name} succeeds where every defence is left out`, async ({ browser }) => {
      const ran = await runReal(browser, real, row, target, []);
      expect(ran.verdict).toBe("succeeds");
    });
  }
});

test("every row with something modelled runs in a real browser, or says why not", {
  tag: "@root",
}, () => {
  const modelled = new Set(
    shippedCells.filter((cell) => cell.modelled !== undefined).map(({ attack }) => attack),
  );
  const rows = new Set(rowsOf(attacks).map(({ id }) => id));
  const told = [...Object.keys(realAttacks), ...Object.keys(notRun)];
  expect([...modelled].filter((id) => !told.includes(id))).toEqual([]);
  expect(told.filter((id) => !rows.has(id))).toEqual([]);
});
