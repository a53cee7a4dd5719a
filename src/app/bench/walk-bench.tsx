import { useEffect } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import { Stepper } from "../../ui/stepper/stepper.tsx";
import type { Shown } from "../walk/flow-stepper.tsx";
import { useSandbox } from "../walk/use-sandbox.ts";
import { useStepping } from "../walk/use-stepping.ts";
import { type Bench, BenchProvider, BenchView } from "./bench-view.tsx";
import { useSpoken } from "./use-spoken.ts";

interface Props extends Omit<Shown, "view" | "compact" | "onEnd">, Omit<Bench, "sandbox"> {
  readonly flow: Flow;
  /** Names the sandbox within this tab. Another one is another stepper: give it as the key as well. */
  readonly sandbox: string;
}

/** The stepper of a flow on the whole bench, running, with what belongs to its sandbox; the address follows it. */
export function WalkBench({ sandbox, address, embedded, step, flow: given, ...shown }: Props) {
  const live = useStepping({ flow: given, sandbox, step });
  const around = useSandbox(given, sandbox, live);
  const { onRunToEnd: _, ...walking } = live.shown;
  const spoken = useSpoken(given, walking);
  useEmbedded(embedded);
  return (
    <BenchProvider value={{ sandbox, address, embedded }}>
      <Stepper view={BenchView} {...shown} {...walking} {...live.folding} {...around} {...spoken} />
    </BenchProvider>
  );
}

/** Takes what surrounds the stepper away; public/theme.js has done it before the first paint. */
function useEmbedded(embedded: boolean): void {
  useEffect(() => {
    if (!embedded) return undefined;
    document.documentElement.toggleAttribute("data-embed", true);
    return () => document.documentElement.removeAttribute("data-embed");
  }, [embedded]);
}
