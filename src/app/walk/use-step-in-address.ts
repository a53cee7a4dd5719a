import { useEffect } from "react";
import { isEnd } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";

/** Keeps `?step=` at the step that is next, once a message was sent; without one when the walk ended. */
export function useStepInAddress(walk: Walk | undefined): void {
  const moved = walk !== undefined && walk.taken.length > 0;
  const at = walk?.at;
  useEffect(() => {
    if (!moved || at === undefined) return;
    const address = new URL(location.href);
    if (isEnd(at)) address.searchParams.delete("step");
    else address.searchParams.set("step", at);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }, [moved, at]);
}
