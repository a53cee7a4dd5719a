import { isEnd } from "../../src/flow/define-flow.ts";
import { knowledge } from "../../src/flow/knowledge.ts";
import { takeStep } from "../../src/flow/to-machine.ts";
import { newWalk } from "../../src/flow/walk.ts";
import type { Flow } from "../../src/flow/define-flow.ts";
import { grants } from "../../src/grants/index.ts";
import { openSandbox } from "../../src/testing/lab.ts";

/** For every flow of the catalogue, the places in which its access token was to be seen, by `grant/variant`. */
export async function tokenSeen(): Promise<Record<string, readonly string[]>> {
  const seen: Record<string, readonly string[]> = {};
  for (const { id, variants } of grants) {
    for (const variant of variants) seen[`${id}/${variant.id}`] = await placesOf(variant.flow);
  }
  return seen;
}

/** Really walks the flow to its end, on servers of its own. */
async function placesOf(flow: Flow): Promise<readonly string[]> {
  const transport = await openSandbox(flow.sandbox);
  let walk = newWalk(flow);
  while (!isEnd(walk.at)) walk = await takeStep(flow, transport, { walk });
  const known = knowledge(flow, walk.taken).get("access_token") ?? new Map();
  return flow.places.map(({ id }) => id).filter((id) => known.has(id));
}

/** The same as a file, formatted as the formatter has it. */
export function tokenSeenFile(seen: Record<string, readonly string[]>): string {
  const lines = Object.entries(seen).map(
    ([id, places]) => `  "${id}": [${places.map((place) => `"${place}"`).join(", ")}]`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}
