import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * What to look for: colours differ between light and dark and nothing else does; on a phone everything may but
 * the colours. Measuring contrast takes most of the time.
 */
export type Looking = "everything" | "colours" | "all but colours";

const CONTRAST = ["color-contrast"];

/** Axe finds nothing on the page as it stands, frames included. */
export async function expectAccessible(page: Page, looking: Looking = "everything"): Promise<void> {
  let found: readonly unknown[] | undefined;
  // A frame whose page comes while axe looks is not looked into; then it looks once more at everything.
  await expect(async () => {
    const { violations, incomplete } = await axeFor(page, looking).analyze();
    expect(incomplete.map(({ id }) => id)).not.toContain("frame-tested");
    found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  }).toPass({ timeout: 30_000 });
  expect(found).toEqual([]);
}

function axeFor(page: Page, looking: Looking): AxeBuilder {
  // Axe's own copy of Playwright's types is of another version.
  const axe: AxeBuilder = Reflect.construct(AxeBuilder, [{ page }]);
  // Every frame here is of the page's origin, which is what the legacy mode can look into, and it takes half as long.
  axe.setLegacyMode().options({ resultTypes: ["violations"] });
  if (looking === "colours") axe.withRules(CONTRAST);
  if (looking === "all but colours") axe.disableRules(CONTRAST);
  return axe;
}
