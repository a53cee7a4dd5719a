/** The address of a variant's stepper, or of one step of it; without the base path. */
export function flowAddress(grant: string, variant: string, step?: string): string {
  const query = new URLSearchParams({ variant, ...(step === undefined ? {} : { step }) });
  return `/flows/${grant}?${query.toString()}`;
}
