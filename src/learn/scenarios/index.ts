import { implicitMigration, singlePageApp, singlePageAppWithBff } from "./library/browser.ts";
import { aiAgent, commandLine, mobileApp, television } from "./library/native.ts";
import { serviceToService } from "./library/service.ts";
import type { Scenario } from "./scenario.ts";

/** Every scenario there is, in the order of the list. */
export const scenarios: readonly Scenario[] = [
  singlePageApp,
  singlePageAppWithBff,
  mobileApp,
  commandLine,
  television,
  serviceToService,
  aiAgent,
  implicitMigration,
];

/** Nothing when there is no scenario of that id. */
export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
