import { expect } from "./test.ts";
import type { StepperPage } from "./stepper.ts";

/** What Alice's photo API holds; it ends every walk that goes well. */
export const PHOTOS = ["White rabbit, running late", "Tea for three", "Croquet on the lawn"];

/** The page in the frame shows Alice's photos. */
export async function expectPhotos({ frame }: StepperPage): Promise<void> {
  await expect(frame.getByRole("heading")).toHaveText("Your photos, ready to print");
  for (const photo of PHOTOS) await expect(frame.getByText(photo)).toBeVisible();
}
