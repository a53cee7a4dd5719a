import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * What to look for: colours differ between light and dark and nothing else does; on a phone everything may but
 * the colours. Measuring contrast takes most of the time.
 */
export type Looking = "everything" | "colours" | "all but colours";

const CONTRAST = ["color-contrast"];

/** Of the rows of a matrix's group only the first is looked at, for all are alike and there are hundreds of cells. */
const ALIKE = "[data-matrix] [data-row] ~ [data-row]";

/** Axe finds nothing on the page as it stands, frames included. */
export async function expectAccessible(page: Page, looking: Looking = "everything"): Promise<void> {
  // Axe's own copy of Playwright's types is of another version.
  const axe: AxeBuilder = Reflect.construct(AxeBuilder, [{ page }]);
  if (process.env["GRANTLAB_THOROUGH"] === undefined) axe.exclude(ALIKE);
  if (looking === "colours") axe.withRules(CONTRAST);
  if (looking === "all but colours") axe.disableRules(CONTRAST);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect(found).toEqual([]);
}
