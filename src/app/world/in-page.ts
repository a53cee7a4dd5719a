import type { Fetch } from "../../world/client.ts";
import { handleWith } from "../../world/handle.ts";
import { DATABASE, worldInMemory, worldOn } from "../../world/persistent.ts";

/** The same world in this page, kept in IndexedDB where the browser allows it. */
export async function inPageFetch(base: string): Promise<Fetch> {
  const world = await worldOn(DATABASE).catch(() => worldInMemory());
  const handle = handleWith(() => Promise.resolve(world), base);
  return async (path, init) => {
    const request = new Request(new URL(path, location.href), init);
    const answer = await handle(request);
    if (answer === undefined) throw new TypeError(`${path} is not an address of this world.`);
    return answer;
  };
}
