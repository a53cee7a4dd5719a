import type { OpenWorld } from "../../attacks/run.ts";
import { sandboxClient } from "../../world/client.ts";
import { BASE, connect } from "../world/connection.ts";
import { tabId } from "../world/tab.ts";

/** Where attacks are run: a sandbox of this tab, begun anew for each. */
export interface Bench {
  readonly open: OpenWorld;
  /** Forgets what the last attack left behind. */
  clear(): Promise<void>;
}

/** The bench of that number. Rejects when the servers of this browser cannot be reached. */
export async function openBench(number: number): Promise<Bench> {
  const { fetch } = await connect();
  const client = sandboxClient(BASE, `${await tabId()}.matrix.${number}`, fetch);
  return {
    open: async (settings) => {
      await client.restart(settings);
      return client;
    },
    clear: async () => {
      await client.restart({ clientSite: "static" });
    },
  };
}
