import { type ActorRefFrom, createActor } from "xstate";
import { type BranchWalk, branchWalks } from "../../flow/branches.ts";
import type { Flow } from "../../flow/define-flow.ts";
import { pathTo, runTo, standingAt } from "../../flow/run-to.ts";
import { performWith, toMachine, type WalkMachine } from "../../flow/to-machine.ts";
import { newWalk, type Walk, walkOf } from "../../flow/walk.ts";
import { type SandboxClient, sandboxClient } from "../../world/client.ts";
import type { SandboxView } from "../../world/world.ts";
import type { Arriving } from "./arriving.ts";
import { BASE, type Connection, connect } from "../world/connection.ts";
import { tabId } from "../world/tab.ts";

/** A walk as it runs: its machine, and the sandbox it runs in. */
export interface Session {
  readonly actor: ActorRefFrom<WalkMachine>;
  readonly client: SandboxClient;
  readonly mode: Connection["mode"];
  /** The sandbox's clock when the session began, epoch seconds. */
  readonly now: number;
  /** Ways the walk went before it was rewound. */
  readonly branches: readonly BranchWalk[];
  /** The step a deep link ran the walk to. */
  readonly startedAtStep?: string;
  /** Id of the entry the walk was rewound to, when that is how the session began. */
  readonly rewoundTo?: string;
}

/** What a session begins with besides its machine. */
type Begun = Omit<Session, "actor">;

const sessions = new Map<string, Promise<Session>>();

/** The session of that name in this tab, taken up where it stood; at `step` when one is asked for. `arriving` begins it anew. */
export function openSession(
  flow: Flow,
  name: string,
  step: string | undefined,
  arriving?: Arriving,
): Promise<Session> {
  const known = sessions.get(name);
  if (arriving !== undefined && step !== undefined)
    return keep(name, arrive(flow, name, step, arriving, known));
  return keep(name, known === undefined ? open(flow, name, step) : takeUp(flow, name, step, known));
}

/** Begins anew: a fresh sandbox, and a machine at the first step. */
export function restartSession(flow: Flow, name: string): Promise<Session> {
  const before = sessions.get(name);
  return keep(name, restart(flow, name, before));
}

/** Returns the walk and its world to right after that entry of the trace; what came later becomes a branch. */
export function rewindSession(flow: Flow, name: string, to: string): Promise<Session> {
  const before = sessions.get(name);
  return keep(name, rewind(flow, name, to, before));
}

/** One that fails is forgotten, unless another has taken its place. */
function keep(name: string, session: Promise<Session>): Promise<Session> {
  sessions.set(name, session);
  session.catch(() => {
    if (sessions.get(name) === session) sessions.delete(name);
  });
  return session;
}

/** Forgets every session of this page; the next use of one begins anew. */
export function forgetSessions(): void {
  sessions.clear();
}

async function takeUp(
  flow: Flow,
  name: string,
  step: string | undefined,
  known: Promise<Session>,
): Promise<Session> {
  const session = await known;
  const { walk } = session.actor.getSnapshot().context;
  if (step === undefined || walk.at === step || isUntouched(flow, walk, step)) return session;
  session.actor.stop();
  return open(flow, name, step);
}

/** A walk that waits at its start because there is no way to the step. */
function isUntouched(flow: Flow, walk: Walk, step: string): boolean {
  return walk.taken.length === 0 && pathTo(flow, step) === undefined;
}

async function open(flow: Flow, name: string, step: string | undefined): Promise<Session> {
  const { client, mode } = await reach(name);
  const view = await client.open(flow.sandbox);
  const walk = readable(flow, view, step);
  if (walk !== undefined) return session(flow, begunWith(flow, { client, mode }, view), walk);
  const fresh = await client.restart(flow.sandbox);
  const begun = begunWith(flow, { client, mode }, fresh);
  if (step === undefined) return session(flow, begun, newWalk(flow));
  const ran = await runTo(flow, client, step);
  return session(flow, ran.at === step ? { ...begun, startedAtStep: step } : begun, ran);
}

async function arrive(
  flow: Flow,
  name: string,
  step: string,
  { from = step, wait }: Arriving,
  before: Promise<Session> | undefined,
): Promise<Session> {
  (await before?.catch(() => undefined))?.actor.stop();
  const reached = await reach(name);
  const fresh = await reached.client.restart(flow.sandbox);
  const begun = begunWith(flow, reached, fresh);
  const walk = await runTo(flow, reached.client, from);
  const standing = standingAt(flow, walk, step);
  if (standing === undefined) return session(flow, begun, walk);
  if (wait > 0) await reached.client.advance(wait);
  return session(flow, { ...begun, startedAtStep: step }, standing);
}

async function restart(
  flow: Flow,
  name: string,
  before: Promise<Session> | undefined,
): Promise<Session> {
  (await before?.catch(() => undefined))?.actor.stop();
  const reached = await reach(name);
  const view = await reached.client.restart(flow.sandbox);
  return session(flow, begunWith(flow, reached, view), newWalk(flow));
}

async function rewind(
  flow: Flow,
  name: string,
  to: string,
  before: Promise<Session> | undefined,
): Promise<Session> {
  (await before?.catch(() => undefined))?.actor.stop();
  const reached = await reach(name);
  const view = await reached.client.rewind(to);
  const begun = { ...begunWith(flow, reached, view), rewoundTo: to };
  return session(flow, begun, walkOf(flow, view.trace));
}

function begunWith(flow: Flow, reached: Reached, view: SandboxView): Begun {
  return { ...reached, now: view.now, branches: branchWalks(flow, view) };
}

type Reached = Pick<Session, "client" | "mode">;

async function reach(name: string): Promise<Reached> {
  const { fetch, mode } = await connect();
  return { client: sandboxClient(BASE, `${await tabId()}.${name}`, fetch), mode };
}

function session(flow: Flow, begun: Begun, walk: Walk): Session {
  const perform = performWith(flow, begun.client);
  const actor = createActor(toMachine(flow).provide({ actors: { perform } }), { input: walk });
  actor.start();
  return { ...begun, actor };
}

/** The walk of the trace at `step`; nothing when it stands elsewhere, or the trace is of another version of this flow. */
function readable(flow: Flow, { trace }: SandboxView, step: string | undefined): Walk | undefined {
  try {
    return standingAt(flow, walkOf(flow, trace), step);
  } catch {
    return undefined;
  }
}
