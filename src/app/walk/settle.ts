import { type SnapshotFrom, waitFor } from "xstate";
import { type Flow, isEnd, stepOf } from "../../flow/define-flow.ts";
import type { WalkEvent, WalkMachine } from "../../flow/to-machine.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { awaitsForm } from "../../flow/walk.ts";
import type { Session } from "./sessions.ts";

type Snapshot = SnapshotFrom<WalkMachine>;

/**
 * Sends one event and waits until the walk stands again; folded, it goes on to the end of the chapter. A walk
 * that is begun anew meanwhile has nothing more to wait for.
 */
export async function settle(
  flow: Flow,
  actor: Session["actor"],
  event: WalkEvent,
  folded: boolean,
): Promise<void> {
  const chapter = chapterAt(flow, actor.getSnapshot());
  actor.send(event);
  for (;;) {
    const before = await standing(actor);
    if (before === undefined || !folded || event.type !== "NEXT" || !goesOn(flow, before, chapter))
      return;
    actor.send({ type: "NEXT" });
  }
}

/**
 * Sends one message after the other until the walk ends, or stands where something went wrong or was refused; `typed`
 * is the form of the first one, where it is filled in otherwise than promised.
 */
export async function runToEnd(actor: Session["actor"], typed?: WireRequest): Promise<void> {
  let event: WalkEvent = typed === undefined ? { type: "NEXT" } : { type: "NEXT", typed };
  for (;;) {
    actor.send(event);
    event = { type: "NEXT" };
    const after = await standing(actor);
    const goes = after?.hasTag("waiting") === true && after.context.walk.taken.at(-1)?.led === true;
    if (!goes) return;
  }
}

/** The walk once it stands; nothing when its machine was stopped. */
async function standing(actor: Session["actor"]): Promise<Snapshot | undefined> {
  try {
    return await waitFor(actor, (snapshot) => !snapshot.hasTag("busy"));
  } catch (error) {
    if (actor.getSnapshot().status === "stopped") return undefined;
    throw error;
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
