import type { LinkedWay } from "../../learn/errors/cause.ts";
import type { CauseOnPage } from "../../learn/errors/page.ts";

/** The address of the stepper that stands one press before a refusal; nothing where no way leads there. Without the base path. */
export function runAddress({ check, cause: { way, code } }: CauseOnPage): string | undefined {
  if (way === null) return undefined;
  return "walk" in way ? `${refusalAddress(code, check)}?wait=0` : linkedAddress(way);
}

/** The address of the page of a walk that was made for a refusal. */
export function refusalAddress(code: string, check: string): string {
  return `/errors/${code}/${check}`;
}

function linkedAddress({ grant, variant, step, from, wait, mistake, edits }: LinkedWay): string {
  const query = new URLSearchParams({ variant, step, wait: `${wait}` });
  if (from !== "") query.set("from", from);
  if (mistake !== "") query.set("mistake", mistake);
  for (const edit of edits) query.append("edit", edit);
  return `/flows/${grant}?${query.toString()}`;
}
