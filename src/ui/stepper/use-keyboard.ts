import { useEffect, useEffectEvent } from "react";
import { useStored } from "../primitives/use-stored.ts";

/** Whether the stepper listens to single keys (WCAG 2.1.4 asks for a way to turn them off). */
export function useShortcutsOn(): readonly [on: boolean, turn: (on: boolean) => void] {
  const [stored, store] = useStored("grantlab.keys");
  return [stored !== "off", (on) => store(on ? "on" : "off")];
}

/** What the keys do. */
interface Actions {
  next(): void;
  back?(): void;
  restart(): void;
}

/** Listens to the stepper's keys on the whole page; not while something is typed, and not for `quiet` steppers. */
export function useKeyboard(stepper: Actions, quiet: boolean): void {
  const [on] = useShortcutsOn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event.key, stepper);
    if (action === undefined || !isFree(event)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (quiet || !on) return undefined;
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [quiet, on]);
}

function actionOf(key: string, stepper: Actions): (() => void) | undefined {
  if (key === "ArrowRight" || key.toLowerCase() === "n") return stepper.next;
  if (key === "ArrowLeft") return stepper.back;
  return key.toLowerCase() === "r" ? stepper.restart : undefined;
}

const TAKEN =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="tab"], [popover], dialog, [data-keys="own"]';

/** Whether nothing on the page has a use of its own for the key. */
function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.repeat) return false;
  return !(event.target instanceof Element && event.target.closest(TAKEN) !== null);
}
