import type { Way } from "../../learn/errors/cause.ts";

/** The address of the stepper that stands one press before a refusal; without the base path. */
export function runAddress({ grant, variant, step, from, wait, mistake, edits }: Way): string {
  const query = new URLSearchParams({ variant, step, wait: `${wait}` });
  if (from !== "") query.set("from", from);
  if (mistake !== "") query.set("mistake", mistake);
  for (const edit of edits) query.append("edit", edit);
  return `/flows/${grant}?${query.toString()}`;
}
