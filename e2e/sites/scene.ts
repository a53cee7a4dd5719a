import type { Page } from "@playwright/test";
import type { Target } from "../../src/attacks/target.ts";
import type { Origins } from "./addresses.ts";
import type { PrintSetup } from "./print/setup.ts";
import type { Sites } from "./sites.ts";

/** Where a real attack takes place: sites, and a browser profile for each of the two people. */
export interface Scene {
  readonly sites: Sites;
  readonly target: Target;
  /** A page of the victim's browser. */
  readonly alice: Page;
  /** The page of the attacker's own browser; the same one every time. */
  mallory(): Promise<Page>;
  /** Notes the check by which Print itself refused, where it did. */
  printRefused(id: string): void;
}

/** A row of the matrix as it really happens. */
export interface RealAttack {
  /** What of it is still not done by a browser, where something is not. */
  readonly note?: string;
  /** What differs about Print. */
  print?(origins: Origins, target: Target): Partial<PrintSetup> | Promise<Partial<PrintSetup>>;
  /** What the loot was used for, in words; nothing when it was good for nothing. */
  run(scene: Scene): Promise<string | undefined>;
}
