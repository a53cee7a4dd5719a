import type { Flow } from "../../flow/define-flow.ts";
import { useFolded } from "../../ui/stepper/fold.ts";
import { arrivingIn } from "./arriving.ts";
import { isStepOfWalk, useStepInAddress } from "./use-step-in-address.ts";
import { type Live, useWalk } from "./use-walk.ts";

export interface SteppingOptions {
  /** The same object as long as the component lives. */
  readonly flow: Flow;
  /** Names the sandbox within this tab; another flow or other settings need another name. */
  readonly sandbox: string;
  /** The step to begin at. */
  readonly step?: string | undefined;
  /** The step a restart leads to again; the walk's first unless told. */
  readonly restartAt?: string | undefined;
}

interface Stepping extends Live {
  readonly folding: {
    readonly folded: boolean;
    onFold(folded: boolean): void;
  };
}

/**
 * Runs a flow for a stepper, folded or not: what `Stepper` needs besides its layout. The address of the page follows
 * the walk, so that it leads back to what is on the screen.
 */
export function useStepping({ flow, sandbox, step, restartAt }: SteppingOptions): Stepping {
  const [folded, onFold] = useFolded();
  const linked = typeof location !== "undefined" && !isStepOfWalk();
  const live = useWalk({
    flow,
    name: sandbox,
    step: isStepOfWalk() ? undefined : step,
    arriving: linked ? arrivingIn(location.search) : undefined,
    restartAt,
    folded,
  });
  useStepInAddress(live.shown.walk);
  return { ...live, folding: { folded, onFold } };
}
