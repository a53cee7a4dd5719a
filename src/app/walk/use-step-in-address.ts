import { useEffect, useRef } from "react";
import { isEnd } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { ASKED_ONCE } from "./arriving.ts";

const WRITTEN = { step: "written by the walk" };

/** Keeps `?step=` at the step that is next, once a message was sent; without one when the walk ended, or was begun anew. */
export function useStepInAddress({ taken, at }: Walk): void {
  const moved = taken.length > 0;
  const follows = useRef(false);
  useEffect(() => {
    if (!moved && !follows.current) return;
    follows.current = true;
    const address = new URL(location.href);
    for (const name of ASKED_ONCE) address.searchParams.delete(name);
    if (!moved || isEnd(at)) address.searchParams.delete("step");
    else address.searchParams.set("step", at);
    if (address.href === location.href && isStepOfWalk()) return;
    history.replaceState(WRITTEN, "", address);
  }, [moved, at]);
}

/**
 * Whether the step in the address was put there by the walk and not by a link. It may be a message behind, after
 * a reload while one was under way, so it asks for nothing: the walk is taken up where it stands.
 */
export function isStepOfWalk(): boolean {
  if (typeof history === "undefined") return false;
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "step" in state;
}
