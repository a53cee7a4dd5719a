/** What the stepper can do to the page in the browser window. */
export interface FrameHandle {
  /** Types these values into the fields of the page that have their names. */
  fill(fields: Readonly<Record<string, string>>): void;
}
