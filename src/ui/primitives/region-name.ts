import { createContext, use } from "react";

/** What the stepper around is called, on a page that has several. */
export const StepperName = createContext<string | undefined>(undefined);

/** The name of a region of the stepper around: alone where the stepper is, or with what that one is called. */
export function useRegionName(region: string): string {
  const stepper = use(StepperName);
  return stepper === undefined ? region : `${region}: ${stepper}`;
}
