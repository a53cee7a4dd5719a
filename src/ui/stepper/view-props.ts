import type { ReactNode } from "react";
import { isEdited } from "../exchange/draft.ts";
import type { StepperProps } from "./props.ts";
import type { StepperState } from "./use-stepper.ts";

/** What the layouts of the stepper are given. */
export interface ViewProps extends StepperProps {
  readonly stepper: StepperState;
  readonly folded: boolean;
  onFold(folded: boolean): void;
}

/** What a page adds to the full stepper. */
export interface Additions {
  /** In the header, after the clock. */
  readonly tools?: ReactNode;
  /** Under the header. */
  readonly note?: ReactNode;
  /** After the panels of the stepper. */
  readonly panels?: ReactNode;
}

/** What the button will do, in words. */
export function buttonText({ step, draft, refusedEdit }: StepperState): string {
  if (step === undefined) return "nothing is left to send";
  if (refusedEdit) return "put it back and resend";
  return draft !== undefined && isEdited(draft) ? `${step.button}, edited` : step.button;
}
