import { expect, test } from "@playwright/test";
import { conclude } from "../scripts/evidence/conclude.ts";
import type { Defence } from "../src/attacks/attack.ts";
import { attacks } from "../src/attacks/index.ts";
import { rowsOf } from "../src/attacks/matrix.ts";
import { scriptPolicy } from "../src/attacks/script-in-page/policy.ts";
import { cellOf, concludedInPage, type RealCell, realCell, realCells } from "./sites/cells.ts";
import { notRun, realAttacks } from "./sites/index.ts";
import { framed, verifierToo } from "./sites/rows/beyond.ts";
import { runReal } from "./sites/run.ts";
import { shippedCells } from "./sites/shipped.ts";

// The cells of the matrix once more, in a real browser that keeps auth.localhost, print.localhost and evil.localhost apart.
// Each site is served by the same code as in the page; what is compared is what came of it at the API or in a session, and
// what comes of leaving out the one defence that stopped it.

const cells = realCells();
const nameOf = ({ row, target }: RealCell) => `${row.id} against ${target.id}`;

test.describe("in a real browser", { tag: "@root" }, () => {
  for (const cell of cells) {
    const first = cells.find(({ row }) => row.id === cell.row.id) === cell;
    const tag = first ? [] : "@thorough";
    test(`${nameOf(cell)} comes to the same as in the page`, { tag }, async ({ browser }) => {
      const { real, row, target, standard } = cell;
      const run = (on: readonly Defence[]) => runReal(browser, real, row, target, on);
      const concluded = await conclude(run, standard, cellOf(row, target).by);
      expect(concluded).toEqual(await concludedInPage(cell));
    });
  }

  for (const { id } of rowsOf(attacks)) {
    const stopped = cells.findLast(
      ({ row, target }) => row.id === id && cellOf(row, target).verdict === "stopped",
    );
    if (stopped === undefined) continue;
    test(`${nameOf(stopped)} succeeds where every defence is left out`, {
      tag: "@thorough",
    }, async ({ browser }) => {
      const { real, row, target } = stopped;
      expect((await runReal(browser, real, row, target, [])).verdict).toBe("succeeds");
    });
  }

  for (const [id, target] of [
    ["script-in-page/memory", "authorization-code/public-pkce"],
    ["script-in-page/silent-flow", "implicit"],
    ["script-in-page/bff-cookie", "authorization-code/classic"],
  ] as const) {
    test(`${id} against ${target} is stopped by the page’s policy for scripts alone`, {
      tag: "@thorough",
    }, async ({ browser }) => {
      const { real, row, target: attacked } = realCell(id, target);
      const run = (on: readonly Defence[]) => runReal(browser, real, row, attacked, on);
      expect(await conclude(run, [scriptPolicy], scriptPolicy.id)).toEqual({
        verdict: "stopped",
        by: scriptPolicy.id,
        without: { verdict: "succeeds" },
      });
    });
  }

  test("a script that also reads the page’s storage redeems the code in spite of PKCE", async ({
    browser,
  }) => {
    const { row, target, standard } = realCell(
      "token-leak/third-party-script",
      "authorization-code/public-pkce",
    );
    const ran = await runReal(browser, verifierToo, row, target, standard);
    expect(ran.verdict).toBe("succeeds");
  });

  test("a frame gets no answer silently: a cookie that is SameSite=Lax does not come along", async ({
    browser,
  }) => {
    const { row, target, standard } = realCell("script-in-page/silent-flow", "implicit");
    const ran = await runReal(browser, framed, row, target, standard);
    const address = ran.verdict === "succeeds" ? ran.proof : "";
    expect(new URLSearchParams(new URL(address).hash.slice(1)).get("error")).toBe("login_required");
  });

  test("every row with something modelled runs, or says why not", () => {
    const modelled = shippedCells.filter((cell) => cell.modelled !== undefined);
    const rows = new Set(rowsOf(attacks).map(({ id }) => id));
    const told = [...Object.keys(realAttacks), ...Object.keys(notRun)];
    expect(modelled.map(({ attack }) => attack).filter((id) => !told.includes(id))).toEqual([]);
    expect(told.filter((id) => !rows.has(id))).toEqual([]);
  });
});
