import { type ActorRefFrom, createActor } from "xstate";
import type { Flow } from "../../flow/define-flow.ts";
import { runTo } from "../../flow/run-to.ts";
import { performWith, toMachine, type WalkMachine } from "../../flow/to-machine.ts";
import { newWalk, type Walk, walkOf } from "../../flow/walk.ts";
import { type SandboxClient, sandboxClient } from "../../world/client.ts";
import type { SandboxView } from "../../world/world.ts";
import { BASE, type Connection, connect } from "../world/connection.ts";
import { tabId } from "../world/tab.ts";

/** A walk as it runs: its machine, and the sandbox it runs in. */
export interface Session {
  readonly actor: ActorRefFrom<WalkMachine>;
  readonly client: SandboxClient;
  readonly mode: Connection["mode"];
  /** The sandbox's clock when the session began, epoch seconds. */
  readonly now: number;
  /** The step a deep link ran the walk to. */
  readonly startedAtStep?: string;
}

const sessions = new Map<string, Promise<Session>>();

/** The session of that name in this tab, taken up where it stood; at `step` when one is asked for. */
export function openSession(flow: Flow, name: string, step: string | undefined): Promise<Session> {
  const known = sessions.get(name);
  const opening = known === undefined ? open(flow, name, step) : takeUp(flow, name, step, known);
  opening.catch(() => sessions.delete(name));
  sessions.set(name, opening);
  return opening;
}

/** Begins anew: a fresh sandbox, and a machine at the first step. */
export function restartSession(flow: Flow, name: string): Promise<Session> {
  const before = sessions.get(name);
  const restarting = restart(flow, name, before);
  restarting.catch(() => sessions.delete(name));
  sessions.set(name, restarting);
  return restarting;
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
  const stands = session.actor.getSnapshot().context.walk.at;
  return step === undefined || stands === step ? session : open(flow, name, step);
}

async function open(flow: Flow, name: string, step: string | undefined): Promise<Session> {
  const { client, mode } = await reach(name);
  const view = await client.open(flow.clientSite);
  const walk = readable(flow, view);
  if (walk !== undefined && (step === undefined || walk.at === step)) {
    return session(flow, { client, mode, now: view.now }, walk);
  }
  const fresh = await client.restart(flow.clientSite);
  const begun = { client, mode, now: fresh.now };
  if (step === undefined) return session(flow, begun, newWalk(flow));
  return session(flow, { ...begun, startedAtStep: step }, await runTo(flow, client, step));
}

async function restart(
  flow: Flow,
  name: string,
  before: Promise<Session> | undefined,
): Promise<Session> {
  (await before?.catch(() => undefined))?.actor.stop();
  const { client, mode } = await reach(name);
  const { now } = await client.restart(flow.clientSite);
  return session(flow, { client, mode, now }, newWalk(flow));
}

async function reach(name: string): Promise<Pick<Session, "client" | "mode">> {
  const [connection, tab] = await Promise.all([connect(), tabId()]);
  return {
    client: sandboxClient(BASE, `${tab}.${name}`, connection.fetch),
    mode: connection.mode,
  };
}

function session(flow: Flow, begun: Omit<Session, "actor">, walk: Walk): Session {
  const perform = performWith(flow, begun.client);
  const actor = createActor(toMachine(flow).provide({ actors: { perform } }), { input: walk });
  actor.start();
  return { ...begun, actor };
}

/** Nothing when the trace is of another version of this flow. */
function readable(flow: Flow, { trace }: SandboxView): Walk | undefined {
  try {
    return walkOf(flow, trace);
  } catch {
    return undefined;
  }
}
