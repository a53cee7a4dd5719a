import { type ReactNode, useEffect, useMemo } from "react";
import { useRouter } from "wouter";
import type { Account, Say } from "../../flow/as-user.ts";
import type { Flow } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { ErrorPagesProvider } from "../../ui/exchange/error-pages.ts";
import { Stepper } from "../../ui/stepper/stepper.tsx";
import { errorPageIn } from "../errors/error-page.ts";
import type { Shown } from "../walk/flow-stepper.tsx";
import { useSandbox } from "../walk/use-sandbox.ts";
import { useStepping } from "../walk/use-stepping.ts";
import { type Bench, BenchProvider, BenchView } from "./bench-view.tsx";
import { useSpoken } from "./use-spoken.ts";

interface Props extends Omit<Shown, "view" | "compact" | "onEnd">, Omit<Bench, "sandbox"> {
  /** The same object as long as the component lives. */
  readonly flow: Flow;
  /** Names the sandbox within this tab. Another one is another stepper: give it as the key as well. */
  readonly sandbox: string;
  /** The step a restart leads to again; the walk's first unless told. */
  readonly restartAt?: string;
  /** Who may sign in. */
  readonly people: readonly Account[];
  /** Whether there is a button that sends all messages that are left. */
  readonly runsToEnd?: boolean;
  /** What the walk has come to, where that is more than its end; `say` makes a text speak of whoever signed in. */
  verdict?(walk: Walk, say: Say): ReactNode;
}

/** The stepper of a flow on the whole bench, running, with what belongs to its sandbox; the address follows it. */
export function WalkBench({ sandbox, address, embedded, step, flow: given, ...more }: Props) {
  const { people, restartAt, runsToEnd = false, verdict, ...shown } = more;
  const live = useStepping({ flow: given, sandbox, step, restartAt });
  const around = useSandbox(given, sandbox, live);
  const { onRunToEnd, ...walking } = live.shown;
  const running = runsToEnd ? { ...walking, onRunToEnd } : walking;
  const { spoken, say } = useSpoken(given, running, people);
  const { base } = useRouter();
  const errorPages = useMemo(() => errorPageIn(base), [base]);
  useEmbedded(embedded);
  return (
    <BenchProvider value={{ sandbox, address, embedded }}>
      <ErrorPagesProvider value={errorPages}>
        <Stepper
          view={BenchView}
          {...shown}
          {...walking}
          {...live.folding}
          {...around}
          {...spoken}
          verdict={verdict?.(walking.walk, say)}
        />
      </ErrorPagesProvider>
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
