import { pathTo, runTo } from "../../src/flow/run-to.ts";
import { newWalk, type Walk } from "../../src/flow/walk.ts";
import { grants } from "../../src/grants/index.ts";
import type { Flow } from "../../src/flow/define-flow.ts";
import type { LinkedWay } from "../../src/learn/errors/cause.ts";
import { openSandbox } from "../../src/testing/lab.ts";
import { draftOf } from "../../src/ui/exchange/draft.ts";
import { mistakesIn } from "../../src/ui/exchange/mistakes.ts";
import type { WireRequest } from "../../src/oauth/wire.ts";
import { promisedRequest } from "../../src/ui/stepper/promised-request.ts";
import { editText, type Edit } from "../../src/ui/take-along/edits.ts";
import { readEdits } from "../../src/ui/take-along/shareable.ts";

/** Longer than a code, a device code, an access token, an idle and a whole family of refresh tokens, in seconds. */
const WAITS = [61, 601, 901, 31 * 86_400, 91 * 86_400];

/** Every way worth trying: each step as it is, with each mistake of the menu, later, and with a parameter missing, twice or wrong. */
export async function candidates(): Promise<readonly LinkedWay[]> {
  const ways: LinkedWay[] = [];
  for (const grant of grants) {
    for (const { id, flow } of grant.variants) ways.push(...(await waysOf(grant.id, id, flow)));
  }
  return ways;
}

async function waysOf(grant: string, variant: string, flow: Flow): Promise<readonly LinkedWay[]> {
  const ways: LinkedWay[] = [];
  const steps = Object.keys(flow.steps).filter((step) => pathTo(flow, step) !== undefined);
  for (const step of steps) {
    const changes = await changesAt(flow, step);
    ways.push(...changes.map((changed) => ({ grant, variant, step, ...PLAIN, ...changed })));
  }
  return ways;
}

const PLAIN = { from: "", wait: 0, mistake: "", edits: [] };

/** What can be done before the message of a step; nothing for a step that no link leads to. */
async function changesAt(flow: Flow, step: string): Promise<readonly Partial<LinkedWay>[]> {
  const request = await requestAt(flow, step);
  if (request === "nowhere") return [];
  const changes = [{}, ...WAITS.map((wait) => ({ wait }))];
  if (request === undefined) return changes;
  return [
    ...changes,
    ...mistakesOf(request).map((mistake) => ({ mistake })),
    ...editsOfAll(request).map((edits) => ({ edits })),
  ];
}

function mistakesOf(request: WireRequest): readonly string[] {
  return mistakesIn(draftOf(request)).map(({ id }) => id);
}

function editsOfAll(request: WireRequest): readonly (readonly string[])[] {
  const seen = new Map<string, number>();
  return draftOf(request).rows.flatMap(({ place, name }) => {
    const nth = (seen.get(`${place}.${name}`) ?? 0) + 1;
    seen.set(`${place}.${name}`, nth);
    const edits: readonly Edit[] = [
      { verb: "drop", place, name, nth, value: "" },
      { verb: "set", place, name, nth, value: "other" },
      { verb: "set", place, name, nth, value: "line\u0000break" },
      { verb: "add", place, name, nth: 1, value: "other" },
    ];
    const texts = edits.map((edit) => editText(edit));
    return texts.filter((text) => readEdits([text]).edits.length === 1).map((text) => [text]);
  });
}

/** The message of a step as a link comes to it; nothing for a step that sends none. */
async function requestAt(flow: Flow, step: string): Promise<WireRequest | undefined | "nowhere"> {
  const walk: Walk = await runTo(flow, await openSandbox(flow.sandbox), step).catch(() =>
    newWalk(flow),
  );
  return walk.at === step ? promisedRequest(flow, walk) : "nowhere";
}
