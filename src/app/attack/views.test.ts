import mermaid from "mermaid";
import { expect, test } from "vitest";
import { attacks } from "../../attacks/index.ts";
import { rowsOf } from "../../attacks/matrix.ts";
import { attackedFlow } from "../../attacks/run.ts";
import { USE } from "../../attacks/steps/use.ts";
import { type Flow, isEnd, promisedWalk, stepOf } from "../../flow/define-flow.ts";
import { knowledge } from "../../flow/knowledge.ts";
import { pathTo } from "../../flow/run-to.ts";
import { takeStep } from "../../flow/to-machine.ts";
import { toMermaid } from "../../flow/to-mermaid.ts";
import { toStatechart } from "../../flow/to-statechart.ts";
import { newWalk, requestOf, type Walk } from "../../flow/walk.ts";
import { openSandbox } from "../../testing/lab.ts";
import { curlOf } from "../../ui/exchange/curl.ts";
import { foldedMessages, listOf } from "../../ui/stepper/messages.ts";
import { targets } from "./lab.ts";

const flows = rowsOf(attacks).flatMap(({ id, way }) =>
  targets.flatMap((target): [string, Flow][] => {
    const flow = attackedFlow(way, target, []);
    return "reason" in flow ? [] : [[`${id} against ${target.id}`, flow]];
  }),
);

const walked = new Map<Flow, Promise<readonly Walk[]>>();

/** Every state of the walk in which all goes as the attacker wants. */
function walksOf(flow: Flow): Promise<readonly Walk[]> {
  const walks = walked.get(flow) ?? walk(flow);
  walked.set(flow, walks);
  return walks;
}

async function walk(flow: Flow): Promise<readonly Walk[]> {
  const transport = await openSandbox(flow.sandbox);
  const walks = [newWalk(flow)];
  for (let standing = newWalk(flow); !isEnd(standing.at); ) {
    standing = await takeStep(flow, transport, { walk: standing });
    walks.push(standing);
  }
  return walks;
}

/** The shell command for the message that is next; empty where none is sent. */
function commandOf(flow: Flow, walk: Walk): string {
  const request = isEnd(walk.at) ? undefined : requestOf(flow, walk.at, walk);
  if (request === undefined) return "";
  return curlOf(flow, walk, stepOf(flow, walk.at).channel, request, walk.taken.length);
}

/** What Mermaid says of each source. */
const parsed = new Map<string, ReturnType<typeof mermaid.parse>>();

async function expectDrawn(flow: Flow, walk: Walk): Promise<void> {
  for (const folded of [false, true]) {
    const { source } = toMermaid(flow, walk, { folded });
    // Mermaid sanitizes these two with the DOM, which Node has none of.
    const drawn = source.replaceAll(/^acc(Title|Descr): .*\n/gm, "");
    if (!parsed.has(drawn)) parsed.set(drawn, mermaid.parse(drawn));
    expect(await parsed.get(drawn)).toMatchObject({ diagramType: "sequence" });
  }
}

test.each(flows)(
  "%s is drawn, and listed, folded and sent from a shell at every message",
  async (_, flow) => {
    const walks = await walksOf(flow);
    const last = walks.at(-1) ?? newWalk(flow);
    expect(last.at).toBe("done");
    await expectDrawn(flow, last);
    for (const walk of walks) {
      const listed = listOf(flow, walk);
      const folded = foldedMessages(flow, walk).flatMap(({ messages }) => messages);
      expect(folded.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
        listed.map(({ number }) => number),
      );
      expect(commandOf(flow, walk)).toMatch(/curl|^#|^$/m);
    }
    const states = toStatechart(flow).states.map(({ id }) => id);
    expect(last.taken.map(({ step }) => step).filter((step) => !states.includes(step))).toEqual([]);
    expect(toStatechart(flow).states.find(({ id }) => id === "done")?.title).toBe(
      "The attack has run to its end",
    );
  },
);

test.each(flows)("%s: a link reaches every step of it", (_, flow) => {
  const main = promisedWalk(flow);
  expect(main.map((step) => pathTo(flow, step)?.length)).toEqual(main.map((__, index) => index));
});

const thefts = flows.filter(([, flow]) => promisedWalk(flow).includes(USE));

test.each(thefts)("%s: the token that was used is known to the attacker", async (_, flow) => {
  const last = (await walksOf(flow)).at(-1) ?? newWalk(flow);
  expect([...(knowledge(flow, last.taken).get("access_token")?.keys() ?? [])]).toContain(
    "attacker",
  );
});
