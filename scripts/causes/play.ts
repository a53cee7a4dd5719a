import { type Flow, isEnd, stepOf } from "../../src/flow/define-flow.ts";
import { runTo, standingAt } from "../../src/flow/run-to.ts";
import { performWith, toMachine, type WalkEvent } from "../../src/flow/to-machine.ts";
import type { TraceEntry } from "../../src/flow/trace.ts";
import type { Walk } from "../../src/flow/walk.ts";
import { findGrant, findVariant, type Variant } from "../../src/grants/index.ts";
import type { LinkedWay } from "../../src/learn/errors/cause.ts";
import { openSandbox } from "../../src/testing/lab.ts";
import { type Draft, draftOf, isEdited, requestFrom } from "../../src/ui/exchange/draft.ts";
import { findMistake } from "../../src/ui/exchange/rare-mistakes.ts";
import { promisedRequest } from "../../src/ui/stepper/promised-request.ts";
import { applyEdits } from "../../src/ui/take-along/edits.ts";
import { readEdits } from "../../src/ui/take-along/shareable.ts";
import { createActor, waitFor } from "xstate";

/** The variant a way goes; throws when there is none. */
export function variantOf({ grant: grantId, variant: variantId }: LinkedWay): Variant {
  const grant = findGrant(grantId);
  const variant = grant && findVariant(grant, variantId);
  if (variant === undefined) throw new RangeError(`There is no ${grantId}/${variantId}.`);
  return variant;
}

/**
 * What comes of the first press of Next when a way is gone as a stepper goes it that was opened by its link: a fresh world, every
 * message before that step, the clock, the edits, and Next. Throws when the link does not lead to the step, carries an edit
 * that cannot be made, or an answer comes that no step reads.
 */
export async function play(way: LinkedWay): Promise<TraceEntry> {
  const { flow } = variantOf(way);
  const { step, from, wait } = way;
  return pressed(flow, { step, from: from === "" ? step : from, wait }, (walk) => {
    const draft = editedDraft(way, walk);
    return draft !== undefined && isEdited(draft)
      ? { type: "NEXT", edited: requestFrom(draft) }
      : { type: "NEXT" };
  });
}

/** The same for a walk that was made for a refusal, or for that walk without its mistake. */
export function playTo(flow: Flow, step: string): Promise<TraceEntry> {
  return pressed(flow, { step, from: step, wait: 0 }, () => ({ type: "NEXT" }));
}

interface Arrival {
  readonly step: string;
  readonly from: string;
  readonly wait: number;
}

async function pressed(
  flow: Flow,
  { step, from, wait }: Arrival,
  event: (walk: Walk) => WalkEvent,
): Promise<TraceEntry> {
  const client = await openSandbox(flow.sandbox);
  const walk = standingAt(flow, await runTo(flow, client, from), step);
  if (walk === undefined || isEnd(walk.at)) throw new Error(`No link leads to ${step}.`);
  if (wait > 0) await client.advance(wait);
  const actor = createActor(
    toMachine(flow).provide({ actors: { perform: performWith(flow, client) } }),
    { input: walk },
  );
  actor.start();
  actor.send(event(walk));
  const { context } = await waitFor(actor, (snapshot) => !snapshot.hasTag("busy"));
  actor.stop();
  const entry = context.walk.taken[walk.taken.length]?.entry;
  if (entry === undefined) throw new Error(context.failure ?? `Nothing came of ${step}.`);
  return entry;
}

/** The message as the link edits it; nothing where the step sends none. */
function editedDraft(way: LinkedWay, walk: Walk): Draft | undefined {
  const { flow } = variantOf(way);
  const promised =
    isEnd(walk.at) || stepOf(flow, walk.at).kind === "local"
      ? undefined
      : promisedRequest(flow, walk);
  const { edits, ignored } = readEdits(way.edits);
  if (ignored.length > 0) throw new Error(`A link may not carry ${ignored.join(", ")}.`);
  if (promised === undefined) {
    if (way.mistake !== "" || edits.length > 0) throw new Error(`${way.step} sends nothing.`);
    return undefined;
  }
  const draft = withMistake(draftOf(promised), way.mistake);
  const { draft: edited, missed } = applyEdits(draft, edits);
  if (missed.length > 0) throw new Error(`${way.step} has nothing for ${way.edits.join(", ")}.`);
  return edited;
}

function withMistake(draft: Draft, id: string): Draft {
  if (id === "") return draft;
  const mistake = findMistake(draft, id);
  if (mistake === undefined) throw new Error(`The message has no room for the mistake ${id}.`);
  return mistake.apply(draft);
}
