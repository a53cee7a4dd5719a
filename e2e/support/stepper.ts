import type { FrameLocator, Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

export type VariantId = "classic" | "secret-pkce" | "public-pkce" | "openid-connect";

/** A stepper on a page, as a person uses it. */
export class StepperPage {
  readonly page: Page;
  /** Carries `data-flow`, `data-step` and `data-state`. */
  readonly root: Locator;
  readonly nextButton: Locator;
  readonly announcer: Locator;
  readonly address: Locator;
  /** The page in the browser window. */
  readonly frame: FrameLocator;

  constructor(page: Page, root: Locator = page.locator("[data-flow]")) {
    this.page = page;
    this.root = root;
    this.nextButton = root.getByRole("button", { name: "Next", exact: true });
    this.announcer = root.getByTestId("announcer");
    this.address = root.getByTestId("address");
    this.frame = root.frameLocator("iframe");
  }

  /** Opens a variant of the authorization code grant, at a step if one is named. */
  async open(variant: VariantId, step?: string): Promise<void> {
    const query = new URLSearchParams({ variant, ...(step === undefined ? {} : { step }) });
    await this.page.goto(`./flows/authorization-code?${query.toString()}`);
    await this.ready();
  }

  /** Waits until the sandbox is open, which is when its clock is known. */
  async ready(): Promise<void> {
    await expect(this.clock()).toBeVisible();
  }

  clock(): Locator {
    return this.root.getByRole("button", { name: /^Clock/ });
  }

  async step(): Promise<string | null> {
    return this.root.getAttribute("data-step");
  }

  async state(): Promise<string | null> {
    return this.root.getAttribute("data-state");
  }

  async expectAt(step: string, state = "waiting"): Promise<void> {
    await expect(this.root).toHaveAttribute("data-step", step);
    await expect(this.root).toHaveAttribute("data-state", state);
  }

  async expectDone(): Promise<void> {
    await expect(this.root).toHaveAttribute("data-state", "done");
    await expect(this.root).toHaveAttribute("data-end", "done");
  }

  /** Presses Next and waits for the answer. */
  async next(): Promise<void> {
    await this.answered(() => this.nextButton.click());
  }

  /** Does what sends a message, and waits until it was answered. */
  async answered(send: () => Promise<void>): Promise<void> {
    const listening = await this.root.evaluateHandle(listen);
    await send();
    await listening.evaluate(({ answered }) => answered);
    await listening.dispose();
  }

  /** Presses Next until the walk stands at a step. */
  async walkTo(step: string): Promise<void> {
    await this.pressOn(
      async () => (await this.step()) === step,
      `The walk does not come to ${step}.`,
    );
  }

  /** Presses Next until there is nothing left to send. */
  async finish(): Promise<void> {
    await this.pressOn(async () => (await this.state()) !== "waiting", "The walk does not end.");
  }

  /** With the mouse at first; the button keeps the focus then, and Enter presses it. */
  private async pressOn(isThere: () => Promise<boolean>, otherwise: string): Promise<void> {
    let press = () => this.nextButton.click();
    for (let left = 20; !(await isThere()); left -= 1) {
      if (left === 0) throw new Error(otherwise);
      await this.answered(press);
      press = () => this.page.keyboard.press("Enter");
    }
  }

  /** Writes another value into a parameter of the next message. */
  async edit(parameter: string, change: (value: string) => string): Promise<void> {
    const edit = this.root.getByRole("button", { name: "Edit", exact: true });
    if ((await edit.getAttribute("aria-pressed")) !== "true") await edit.click();
    const field = this.root.getByRole("textbox", { name: `Value of ${parameter}`, exact: true });
    await field.fill(change(await field.inputValue()));
  }

  async instead(label: string): Promise<void> {
    await this.root.getByRole("button", { name: label, exact: true }).click();
  }

  /** Moves the servers' clock on. */
  async advance(label: string): Promise<void> {
    const before = await this.clock().textContent();
    await this.clock().click();
    await this.page.getByRole("button", { name: `+ ${label}`, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(this.clock()).not.toHaveText(before ?? "");
  }

  /** Exactly this check refused, and it can be seen. */
  async expectRefusedBy(check: string, title: string): Promise<void> {
    const failed = this.root.locator('[data-check][data-outcome="failed"]');
    await expect(failed).toHaveCount(1);
    await expect(failed).toHaveAttribute("data-check", check);
    await expect(failed.getByText(title)).toBeVisible();
  }

  /** The messages as they are listed, sent or to come. */
  messages(folded = false): Locator {
    const name = folded ? "Messages, folded" : "Messages";
    return this.root.getByRole("list", { name, exact: true }).getByRole("listitem");
  }

  /** The messages of the list that were sent. */
  sent(): Locator {
    return this.messages().and(this.page.locator('[data-state="past"]'));
  }

  /** Shows the messages folded into the six classic ones, or all of them. */
  async fold(on: boolean): Promise<void> {
    await this.root.getByText("Six classic messages").click();
    await expect(this.folded()).toBeChecked({ checked: on });
  }

  folded(): Locator {
    return this.root.getByRole("switch", { name: "Six classic messages" });
  }
}

/** Runs in the page: `answered` resolves once the stepper has said something else and is not busy. */
function listen(root: Element): { readonly answered: Promise<void> } {
  const said = () => root.querySelector("[data-testid=announcer]")?.textContent;
  const before = said();
  const answered = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (said() === before || root.getAttribute("data-state") === "busy") return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  return { answered };
}
