import { isEnd } from "../flow/define-flow.ts";
import { requestOf } from "../flow/walk.ts";
import type { Changes, Exercise, Hand, Standing } from "../learn/exercise.ts";
import { walkNamed } from "../learn/exercise.ts";
import type { WireRequest } from "../oauth/wire.ts";
import {
  addRow,
  type Draft,
  draftOf,
  placeForNew,
  removeRow,
  requestFrom,
  setValue,
} from "../ui/exchange/draft.ts";
import { type Lab, openLab } from "./lab.ts";

/** Longer than any walk that goes well. */
const MOST = 100;

/** The world of an exercise after its stored solution. Rejects when the walk does not go that way. */
export async function solved(exercise: Exercise): Promise<Standing> {
  const { flow } = walkNamed(exercise, exercise.solution.walk);
  const lab = await openLab(flow);
  await exercise.solution.play(handIn(lab, flow));
  return { flow, walk: lab.walk(), memory: await lab.client.inspect() };
}

/** The worlds of each of its walks before anything is done, and after nothing but Next was pressed. */
export async function untouched(exercise: Exercise): Promise<readonly Standing[]> {
  const standings: Standing[] = [];
  for (const { flow } of exercise.walks) {
    const lab = await openLab(flow);
    standings.push({ flow, walk: lab.walk(), memory: await lab.client.inspect() });
    await pressOn(lab, () => false);
    standings.push({ flow, walk: lab.walk(), memory: await lab.client.inspect() });
  }
  return standings;
}

function handIn(lab: Lab, flow: Standing["flow"]): Hand {
  return {
    walk: () => lab.walk(),
    to: async (step) => {
      await pressOn(lab, () => lab.walk().at === step);
      if (lab.walk().at !== step) throw new Error(`The walk stands at ${lab.walk().at}.`);
    },
    send: async (changes = {}) => {
      const promised = requestOf(flow, lab.walk().at, lab.walk());
      const unchanged = promised === undefined || Object.keys(changes).length === 0;
      await lab.send(
        unchanged ? { type: "NEXT" } : { type: "NEXT", edited: edited(promised, changes) },
      );
    },
    instead: async (step) => {
      await lab.send({ type: "INSTEAD", step });
      if (lab.walk().at !== step) throw new Error(`${step} cannot be chosen here.`);
    },
    wait: async (seconds) => void (await lab.client.advance(seconds)),
    end: async () => {
      await pressOn(lab, () => false);
      if (!isEnd(lab.walk().at)) throw new Error(`The walk stands still at ${lab.walk().at}.`);
    },
  };
}

/** Sends one message after another until it is enough, the walk ends, or one is refused. */
async function pressOn(lab: Lab, enough: () => boolean): Promise<void> {
  for (let count = 0; count < MOST && !isEnd(lab.walk().at) && !enough(); count += 1) {
    await lab.send({ type: "NEXT" });
    if (lab.walk().taken.at(-1)?.led !== true) return;
  }
}

function edited(promised: WireRequest, changes: Changes): WireRequest {
  const draft = Object.entries(changes).reduce(withParameter, draftOf(promised));
  return requestFrom(draft);
}

function withParameter(draft: Draft, [name, value]: [string, string | undefined]): Draft {
  const row = draft.rows.find((one) => one.name === name);
  if (row !== undefined)
    return value === undefined ? removeRow(draft, row.key) : setValue(draft, row.key, value);
  if (value === undefined) throw new RangeError(`The message has no ${name} to leave out.`);
  return addRow(draft, placeForNew(draft), name, value);
}
