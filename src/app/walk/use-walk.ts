import { useSelector } from "@xstate/react";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { SnapshotFrom } from "xstate";
import type { Flow } from "../../flow/define-flow.ts";
import type { WalkEvent, WalkMachine } from "../../flow/to-machine.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { newWalk, type Walk } from "../../flow/walk.ts";
import type { StepperProps, WalkStatus } from "../../ui/stepper/props.ts";
import type { Arriving } from "./arriving.ts";
import { loadEngine } from "./load-engine.ts";
import type { Session } from "./sessions.ts";

export interface WalkOptions {
  readonly flow: Flow;
  /** Names the sandbox within this tab. */
  readonly name: string;
  /** The step to begin at, when the address names one. */
  readonly step?: string | undefined;
  /** Whether it is begun anew for that, and how. */
  readonly arriving?: Arriving | undefined;
  /** The step a restart leads to again; the walk's first unless told. */
  readonly restartAt?: string | undefined;
  readonly folded: boolean;
}

/** A walk as it runs, and what can be done to it. */
export interface Live {
  /** What a stepper shows of it. */
  readonly shown: Pick<
    StepperProps,
    | "walk"
    | "status"
    | "failure"
    | "mode"
    | "startedAtStep"
    | "onNext"
    | "onSubmitForm"
    | "onInstead"
    | "onRestart"
  > & {
    /** Sends the message that is next, with another form if one is given, and all that are left. */
    onRunToEnd(typed?: WireRequest): void;
  };
  /** Nothing until it is open. */
  readonly session: Session | undefined;
  /** Runs an action on the session, opened by now or not; meanwhile the walk is busy. */
  act(action: (session: Session) => Promise<void>): void;
  /** Goes on with another session: the walk begun anew, or rewound. */
  goOn(session: Promise<Session>): void;
}

type Snapshot = SnapshotFrom<WalkMachine>;

/** Runs a flow in a sandbox of this tab, and gives the stepper what it shows. */
export function useWalk(options: WalkOptions): Live {
  const { flow, name, step, arriving, restartAt, folded } = options;
  const [session, setSession] = useState<Session>();
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<string>();
  const blank = useMemo(() => newWalk(flow), [flow]);

  const opening = useRef<Promise<Session>>(undefined);
  // The step of the address follows the walk; only the first one asks for anything.
  const [asked] = useState({ step, arriving });

  async function run(action: (session: Session) => Promise<void>) {
    setRunning((count) => count + 1);
    setProblem(undefined);
    try {
      const opened = await (opening.current ?? begin(opening, open(flow, name, asked)));
      setSession(opened);
      await action(opened);
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setRunning((count) => count - 1);
    }
  }

  useEffect(() => {
    let current = true;
    begin(opening, open(flow, name, asked)).then(
      (opened) => current && setSession(opened),
      (error: unknown) => current && setProblem(messageOf(error)),
    );
    return () => {
      current = false;
    };
  }, [flow, name, asked]);

  const seen = useSelector(session?.actor, selectWalk) ?? blank;
  const status = useSelector(session?.actor, selectStatus);
  const failure = useSelector(session?.actor, selectFailure);
  const act = (action: (session: Session) => Promise<void>) => void run(action);
  const goOn = (other: Promise<Session>) => {
    void begin(opening, other);
    act(async () => undefined);
  };
  const preparing = session === undefined && asked.step !== undefined;
  // Before it is open a walk is shown at its start: a press there means the first message and no other.
  const asShown = (action: (session: Session) => Promise<void>) =>
    act(async (opened) => {
      const { taken } = opened.actor.getSnapshot().context.walk;
      if (session !== undefined || (!preparing && taken.length === 0)) await action(opened);
    });
  const send = (event: WalkEvent) =>
    asShown(async ({ actor }) => (await loadEngine()).settle(flow, actor, event, folded));

  return {
    shown: {
      walk: seen,
      status: problem !== undefined ? "failed" : running > 0 || preparing ? "busy" : status,
      failure: problem ?? failure,
      mode: session?.mode,
      startedAtStep: session?.startedAtStep,
      onNext: (edited) => send(edited === undefined ? { type: "NEXT" } : { type: "NEXT", edited }),
      onSubmitForm: (typed) => send({ type: "NEXT", typed }),
      onInstead: (chosen) => send({ type: "INSTEAD", step: chosen }),
      onRunToEnd: (typed) =>
        asShown(async ({ actor }) => (await loadEngine()).runToEnd(actor, typed)),
      onRestart: () => goOn(restart(flow, name, restartAt)),
    },
    session,
    act,
    goOn,
  };
}

/** What every action waits for; a session that could not be opened is tried again by the next. */
function begin(
  opening: RefObject<Promise<Session> | undefined>,
  session: Promise<Session>,
): Promise<Session> {
  opening.current = session;
  session.catch(() => {
    if (opening.current === session) opening.current = undefined;
  });
  return session;
}

async function open(
  flow: Flow,
  name: string,
  { step, arriving }: Pick<WalkOptions, "step" | "arriving">,
): Promise<Session> {
  return (await loadEngine()).openSession(flow, name, step, arriving);
}

async function restart(flow: Flow, name: string, at: string | undefined): Promise<Session> {
  const engine = await loadEngine();
  if (at === undefined) return engine.restartSession(flow, name);
  return engine.openSession(flow, name, at, { wait: 0 });
}

function selectWalk(snapshot: Snapshot | undefined): Walk | undefined {
  return snapshot?.context.walk;
}

function selectFailure(snapshot: Snapshot | undefined): string | undefined {
  return snapshot?.hasTag("failed") === true ? snapshot.context.failure : undefined;
}

function selectStatus(snapshot: Snapshot | undefined): WalkStatus {
  const tags: readonly WalkStatus[] = ["waiting", "busy", "failed", "done"];
  return tags.find((tag) => snapshot?.hasTag(tag) === true) ?? "waiting";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
