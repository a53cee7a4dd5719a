import { createActor, type SnapshotFrom, waitFor } from "xstate";
import type { Flow } from "../flow/define-flow.ts";
import type { SandboxSettings } from "../flow/transport.ts";
import { performWith, toMachine, type WalkEvent, type WalkMachine } from "../flow/to-machine.ts";
import { newWalk, type Walk } from "../flow/walk.ts";
import { type SandboxClient, sandboxClient } from "../world/client.ts";
import { handleWith } from "../world/handle.ts";
import { memoryStores } from "../world/persistent.ts";
import type { OpenStore } from "../world/records.ts";
import { createWorld } from "../world/world.ts";

const BASE = "/";
const NOON = 1_800_000_000;

/** A walk on the real servers of a world, reached as a page reaches it, without a browser. */
export interface Lab {
  readonly client: SandboxClient;
  walk(): Walk;
  state(): "waiting" | "failed" | "done";
  /** Sends an event and waits until the walk stands again. */
  send(event: WalkEvent): Promise<Walk>;
}

/** Opens a sandbox of a world of its own; `stores` lets it run on other stores than memory. */
export async function openSandbox(
  settings: SandboxSettings,
  stores: OpenStore = memoryStores(),
): Promise<SandboxClient> {
  const world = createWorld(stores, () => NOON);
  const handle = handleWith(() => Promise.resolve(world), BASE);
  const client = sandboxClient(BASE, "lab", async (path, init) => {
    const answer = await handle(new Request(new URL(path, "http://localhost"), init));
    if (answer === undefined) throw new Error(`${path} is outside the world.`);
    return answer;
  });
  await client.open(settings);
  return client;
}

/** Opens a lab for a flow; `stores` lets it run on other stores than memory. */
export async function openLab(flow: Flow, stores: OpenStore = memoryStores()): Promise<Lab> {
  const client = await openSandbox(flow.sandbox, stores);
  const perform = performWith(flow, client);
  const actor = createActor(toMachine(flow).provide({ actors: { perform } }), {
    input: newWalk(flow),
  });
  actor.start();
  return {
    client,
    walk: () => actor.getSnapshot().context.walk,
    state: () => tagOf(actor.getSnapshot()),
    async send(event) {
      actor.send(event);
      const settled = await waitFor(actor, (snapshot) => !snapshot.hasTag("busy"));
      return settled.context.walk;
    },
  };
}

function tagOf(snapshot: SnapshotFrom<WalkMachine>) {
  if (snapshot.hasTag("failed")) return "failed";
  return snapshot.hasTag("done") ? "done" : "waiting";
}
