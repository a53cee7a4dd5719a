import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Axe finds nothing on the page as it stands, frames included. */
export async function expectAccessible(page: Page): Promise<void> {
  // Axe's own copy of Playwright's types is of another version.
  const axe: AxeBuilder = Reflect.construct(AxeBuilder, [{ page }]);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect(found).toEqual([]);
}
