import { useSelector } from "@xstate/react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { SnapshotFrom } from "xstate";
import type { Flow } from "../../flow/define-flow.ts";
import type { WalkEvent, WalkMachine } from "../../flow/to-machine.ts";
import { newWalk, type Walk } from "../../flow/walk.ts";
import type { StepperProps, WalkStatus } from "../../ui/stepper/props.ts";
import { loadEngine } from "./load-engine.ts";
import type { Session } from "./sessions.ts";

export interface WalkOptions {
  readonly flow: Flow;
  /** Names the sandbox within this tab. */
  readonly name: string;
  /** The step to begin at, when the address names one. */
  readonly step?: string | undefined;
  readonly folded: boolean;
}

type Live = Pick<
  StepperProps,
  | "walk"
  | "status"
  | "failure"
  | "mode"
  | "clock"
  | "startedAtStep"
  | "onNext"
  | "onSubmitForm"
  | "onInstead"
  | "onRestart"
  | "onAdvanceClock"
>;

type Snapshot = SnapshotFrom<WalkMachine>;

/** Runs a flow in a sandbox of this tab, and gives the stepper what it shows. */
export function useWalk({ flow, name, step, folded }: WalkOptions): Live {
  const [session, setSession] = useState<Session>();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [advanced, setAdvanced] = useState(0);
  const blank = useMemo(() => newWalk(flow), [flow]);

  const opening = useRef<Promise<Session>>(undefined);
  // The step of the address follows the walk; only the first one asks for anything.
  const asked = useRef(step);

  /** Runs an action on the session, opened by now or not. */
  async function act(action: (session: Session) => Promise<void>) {
    setPending(true);
    setProblem(undefined);
    try {
      const opened = await (opening.current ?? open(flow, name, asked.current));
      setSession(opened);
      await action(opened);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setPending(false);
    }
  }

  useEffect(() => {
    let current = true;
    opening.current = open(flow, name, asked.current);
    opening.current.then(
      (opened) => current && setSession(opened),
      (error: unknown) => current && setProblem(String(error)),
    );
    return () => {
      current = false;
    };
  }, [flow, name]);

  const seen = useSelector(session?.actor, selectWalk) ?? blank;
  const status = useSelector(session?.actor, selectStatus) ?? "waiting";
  const failure = useSelector(session?.actor, selectFailure);
  const send = (event: WalkEvent) =>
    void act(async ({ actor }) => (await loadEngine()).settle(flow, actor, event, folded));

  return {
    walk: seen,
    status: problem !== undefined ? "failed" : pending ? "busy" : status,
    failure: problem ?? failure,
    mode: session?.mode,
    clock: session === undefined ? undefined : clockOf(session, seen, advanced),
    startedAtStep: session?.startedAtStep,
    onNext: (edited) => send(edited === undefined ? { type: "NEXT" } : { type: "NEXT", edited }),
    onSubmitForm: (typed) => send({ type: "NEXT", typed }),
    onInstead: (chosen) => send({ type: "INSTEAD", step: chosen }),
    onRestart: () => {
      opening.current = restart(flow, name);
      void act(async () => setAdvanced(0));
    },
    onAdvanceClock: (seconds) =>
      void act(async ({ client }) => {
        await client.advance(seconds);
        setAdvanced((sum) => sum + seconds);
      }),
  };
}

async function open(flow: Flow, name: string, step: string | undefined): Promise<Session> {
  return (await loadEngine()).openSession(flow, name, step);
}

async function restart(flow: Flow, name: string): Promise<Session> {
  return (await loadEngine()).restartSession(flow, name);
}

function selectWalk(snapshot: Snapshot | undefined): Walk | undefined {
  return snapshot?.context.walk;
}

function selectFailure(snapshot: Snapshot | undefined): string | undefined {
  return snapshot?.hasTag("failed") === true ? snapshot.context.failure : undefined;
}

function selectStatus(snapshot: Snapshot | undefined): WalkStatus | undefined {
  const tags: readonly WalkStatus[] = ["waiting", "busy", "failed", "done"];
  return tags.find((tag) => snapshot?.hasTag(tag) === true);
}

/** The sandbox's clock: one second for every message, and what the learner added. */
function clockOf(session: Session, walk: Walk, advanced: number): number {
  const last = walk.taken.at(-1)?.entry;
  const started = session.now + advanced;
  if (last === undefined) return started;
  return Math.max(started, last.at + (last.kind === "local" ? 0 : 1));
}
