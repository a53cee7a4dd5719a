import { isEnd, stepOf } from "../../src/flow/define-flow.ts";
import { runTo, standingAt } from "../../src/flow/run-to.ts";
import { performWith, toMachine, type WalkEvent } from "../../src/flow/to-machine.ts";
import type { TraceEntry } from "../../src/flow/trace.ts";
import type { Walk } from "../../src/flow/walk.ts";
import { findGrant, findVariant, type Variant } from "../../src/grants/index.ts";
import type { Way } from "../../src/learn/errors/cause.ts";
import { openSandbox } from "../../src/testing/lab.ts";
import { type Draft, draftOf, isEdited, requestFrom } from "../../src/ui/exchange/draft.ts";
import { findMistake } from "../../src/ui/exchange/rare-mistakes.ts";
import { promisedRequest } from "../../src/ui/stepper/promised-request.ts";
import { applyEdits } from "../../src/ui/take-along/edits.ts";
import { readEdits } from "../../src/ui/take-along/shareable.ts";
import { createActor, waitFor } from "xstate";

/** The variant a way goes; throws when there is none. */
export function variantOf({ grant: grantId, variant: variantId }: Way): Variant {
  const grant = findGrant(grantId);
  const variant = grant && findVariant(grant, variantId);
  if (variant === undefined) throw new RangeError(`There is no ${grantId}/${variantId}.`);
  return variant;
}

/**
 * What comes of each press of Next when a way is gone as a stepper goes it that was opened by its link: a fresh world, every
 * message before that step, the clock, the edits, and Next. Throws when the link does not lead to the step, or carries an edit that cannot be made.
 */
export async function play(way: Way): Promise<readonly TraceEntry[]> {
  const { flow } = variantOf(way);
  const client = await openSandbox(flow.sandbox);
  const before = await runTo(flow, client, way.from === "" ? way.step : way.from);
  const walk = standingAt(flow, before, way.step);
  if (walk === undefined) throw new Error(`No link leads to ${way.step}.`);
  if (way.wait > 0) await client.advance(way.wait);
  const actor = createActor(
    toMachine(flow).provide({ actors: { perform: performWith(flow, client) } }),
    { input: walk },
  );
  actor.start();
  const press = async (event: WalkEvent) => {
    actor.send(event);
    await waitFor(actor, (snapshot) => !snapshot.hasTag("busy"));
  };
  const draft = editedDraft(way, walk);
  for (let count = 0; count < way.presses; count += 1) {
    if (isEnd(actor.getSnapshot().context.walk.at)) break;
    const first = (count === 0 || way.again) && draft !== undefined && isEdited(draft);
    await press(first ? { type: "NEXT", edited: requestFrom(draft) } : { type: "NEXT" });
  }
  actor.stop();
  return actor
    .getSnapshot()
    .context.walk.taken.slice(walk.taken.length)
    .map(({ entry }) => entry);
}

/** The message as the link edits it; nothing where the step sends none. */
function editedDraft(way: Way, walk: Walk): Draft | undefined {
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
