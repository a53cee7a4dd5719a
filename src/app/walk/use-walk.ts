import { useSelector } from "@xstate/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { type SnapshotFrom, waitFor } from "xstate";
import { type Flow, isEnd, stepOf } from "../../flow/define-flow.ts";
import type { WalkEvent, WalkMachine } from "../../flow/to-machine.ts";
import { awaitsForm, newWalk, type Walk } from "../../flow/walk.ts";
import type { StepperProps, WalkStatus } from "../../ui/stepper/props.ts";
import { openSession, restartSession, type Session } from "./sessions.ts";

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
      const opened = await (opening.current ?? openSession(flow, name, asked.current));
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
    opening.current = openSession(flow, name, asked.current);
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
    void act((opened) => settle(flow, opened.actor, event, folded));

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
      opening.current = restartSession(flow, name);
      void act(async () => setAdvanced(0));
    },
    onAdvanceClock: (seconds) =>
      void act(async ({ client }) => {
        await client.advance(seconds);
        setAdvanced((sum) => sum + seconds);
      }),
  };
}

/** Sends one event and waits until the walk stands again; folded, it goes on to the end of the chapter. */
async function settle(
  flow: Flow,
  actor: Session["actor"],
  event: WalkEvent,
  folded: boolean,
): Promise<void> {
  const chapter = chapterAt(flow, actor.getSnapshot());
  actor.send(event);
  for (;;) {
    const before = await waitFor(actor, (snapshot) => !snapshot.hasTag("busy"));
    if (!folded || event.type !== "NEXT" || !goesOn(flow, before, chapter)) return;
    actor.send({ type: "NEXT" });
  }
}

function goesOn(flow: Flow, snapshot: Snapshot, chapter: string | undefined): boolean {
  const { walk } = snapshot.context;
  return (
    snapshot.hasTag("waiting") &&
    walk.taken.at(-1)?.led === true &&
    chapterAt(flow, snapshot) === chapter &&
    !awaitsForm(flow, walk)
  );
}

function chapterAt(flow: Flow, { context }: Snapshot): string | undefined {
  return isEnd(context.walk.at) ? undefined : stepOf(flow, context.walk.at).chapter;
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
