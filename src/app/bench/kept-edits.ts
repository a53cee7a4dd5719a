import { isStepOfWalk } from "../walk/use-step-in-address.ts";

/** Edits of the message at a step that were made before this page was loaded. */
export interface EarlierEdits {
  readonly step: string;
  readonly texts: readonly string[];
  /** Id of a mistake to make with the message, for what a link must not spell out. */
  readonly mistake?: string;
  /** `link`: somebody sent them. `tab`: they were made in this tab. */
  readonly from: "link" | "tab";
}

/** The edits the page was loaded with: those of this tab after a reload, else those of the address. */
export function earlierEdits(sandbox: string, start: string): EarlierEdits | undefined {
  if (typeof location === "undefined") return undefined;
  const query = new URLSearchParams(location.search);
  const step = query.get("step") ?? start;
  const kept = isStepOfWalk() ? readKept(sandbox) : undefined;
  if (kept?.step === step) return { ...kept, from: "tab" };
  const texts = query.getAll("edit");
  const mistake = query.get("mistake");
  if (mistake !== null) return { step, texts, mistake, from: "link" };
  return texts.length === 0 ? undefined : { step, texts, from: "link" };
}

/** Keeps the edits of the message at a step in this tab, secrets included; without any it forgets them. */
export function keepInTab(sandbox: string, step: string, texts: readonly string[]): void {
  try {
    if (texts.length === 0) sessionStorage.removeItem(keyOf(sandbox));
    else sessionStorage.setItem(keyOf(sandbox), JSON.stringify([step, ...texts]));
  } catch {
    // Storage may be forbidden; then a reload forgets them.
  }
}

/** Puts the edits that a link may carry into the address of the page. */
export function keepInAddress(texts: readonly string[]): void {
  const address = new URL(location.href);
  address.searchParams.delete("edit");
  address.searchParams.delete("mistake");
  for (const text of texts) address.searchParams.append("edit", text);
  if (address.href === location.href) return;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Browsers allow so many changes of the address and no more; the tab keeps the edits.
  }
}

function readKept(sandbox: string): Pick<EarlierEdits, "step" | "texts"> | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(sandbox)) ?? "[]");
    if (!Array.isArray(kept)) return undefined;
    const [step, ...texts] = kept.filter((text) => typeof text === "string");
    return step === undefined ? undefined : { step, texts };
  } catch {
    return undefined;
  }
}

function keyOf(sandbox: string): string {
  return `grantlab.edits.${sandbox}`;
}
