import type { FrameLocator, JSHandle, Locator, Page } from "@playwright/test";
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

  private readonly isAlone: boolean;

  /** The only stepper of the page, or the one named. */
  constructor(page: Page, named?: Locator) {
    const root = named ?? page.locator("[data-flow]");
    this.page = page;
    this.root = root;
    this.isAlone = named === undefined;
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

  /** Does what sends a message, waits until it was answered, and gives where the walk stands then. */
  async answered(send: () => Promise<void>): Promise<Standing> {
    const listening = await this.listening();
    await send();
    const standing = await listening.evaluate(({ answered }) => answered);
    await listening.dispose();
    return standing;
  }

  /** To look for the element in the page itself takes one message to the browser, through the locator a dozen. */
  private listening(): Promise<JSHandle<Listening>> {
    return this.isAlone ? this.page.evaluateHandle(listen) : this.root.evaluateHandle(listen);
  }

  /** Presses Next until the walk stands at a step. */
  async walkTo(wanted: string): Promise<void> {
    await this.pressOn(({ step }) => step === wanted, `The walk does not come to ${wanted}.`);
  }

  /** Presses Next until there is nothing left to send. */
  async finish(): Promise<void> {
    await this.pressOn(({ state }) => state !== "waiting", "The walk does not end.");
  }

  /** With the mouse at first; the button keeps the focus then, and Enter presses it. */
  private async pressOn(isThere: (now: Standing) => boolean, otherwise: string): Promise<void> {
    let standing: Standing = { step: await this.step(), state: await this.state() };
    let press = () => this.nextButton.click();
    for (let left = 20; !isThere(standing); left -= 1) {
      if (left === 0) throw new Error(otherwise);
      standing = await this.answered(press);
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

/** Where a walk stands: the attributes of the stepper. */
interface Standing {
  readonly step: string | null;
  readonly state: string | null;
}

interface Listening {
  readonly answered: Promise<Standing>;
}

/** Runs in the page: `answered` resolves once the stepper has said something else and is not busy. */
function listen(named: Element | void): Listening {
  const root = named ?? document.querySelector("[data-flow]");
  if (root === null) throw new Error("There is no stepper on the page.");
  const said = () => root.querySelector("[data-testid=announcer]")?.textContent;
  const before = said();
  const answered = new Promise<Standing>((resolve) => {
    const observer = new MutationObserver(() => {
      const state = root.getAttribute("data-state");
      if (said() === before || state === "busy") return;
      observer.disconnect();
      resolve({ step: root.getAttribute("data-step"), state });
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
