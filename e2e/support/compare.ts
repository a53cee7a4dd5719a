import { expect, type Locator, type Page } from "@playwright/test";
import { hydrated } from "./test.ts";

/** Two walks in lockstep, as a person uses them. */
export class ComparePage {
  readonly page: Page;
  readonly root: Locator;
  readonly next: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator("[data-compare]");
    this.next = this.root.getByRole("button", { name: "Next", exact: true });
  }

  async open(address = "./compare"): Promise<void> {
    await this.page.goto(address);
    await hydrated(this.page);
  }

  side(side: "left" | "right"): Locator {
    return this.root.locator(`[data-side="${side}"]`);
  }

  /** Where both sides stand: `api|redeem`. */
  async stands(): Promise<string> {
    const steps = ["left", "right"].map((side) =>
      this.root.locator(`[data-side="${side}"]`).getAttribute("data-step"),
    );
    return (await Promise.all(steps)).join("|");
  }

  /** Does what sends a message, and waits until both sides stand again. */
  async sent(send: () => Promise<void>): Promise<void> {
    const announcer = this.root.getByTestId("announcer");
    const before = (await announcer.textContent()) ?? "";
    await send();
    await expect(announcer).not.toHaveText(before);
    await expect(this.root.locator('[data-side][data-state="busy"]')).toHaveCount(0);
  }

  /** Sends until both sides are at their end; gives where they stood before each press. */
  async toEnd(send: () => Promise<void>): Promise<readonly string[]> {
    const stood: string[] = [];
    while ((await this.next.getAttribute("aria-disabled")) !== "true") {
      if (stood.length > 30) throw new Error("The walks do not end.");
      stood.push(await this.stands());
      await this.sent(send);
    }
    return stood;
  }

  /** A field of a message of one side. */
  field(side: string, message: string, name: string): Locator {
    return this.root
      .getByRole("list", { name: side, exact: true })
      .locator(`[data-message="${message}"] [data-field="${name}"]`);
  }
}
