import { grantClients, grantServers } from "../../grants/servers.ts";
import { attackersClient } from "../../world/defaults.ts";
import { ALICE, basic as basicHeader, testServer } from "../testing.ts";
import { locationOf } from "../testing-browser.ts";
import { type RefusingServer, saidBy, saidTo } from "./refusing-server.fixture.ts";

/** This authorization server with the clients of the walks, and what its own checks say. */
export async function grantlab(): Promise<RefusingServer & { refusedBy(): string }> {
  const server = await testServer(grantServers, { clients: [...grantClients, attackersClient] });
  return {
    refusedBy: () => server.refusedBy(),
    async authorize(parameters) {
      const query = new URLSearchParams(parameters);
      const response = await server.browser().open(`${server.config.issuer}/authorize?${query}`);
      if (response.status !== 303) return saidTo(undefined);
      return saidTo(locationOf(response));
    },
    async code(parameters) {
      const back = await server.browser().walk(parameters, ALICE);
      return back.searchParams.get("code") ?? "";
    },
    async token(fields, basic) {
      const headers = basic === undefined ? {} : basicHeader(...basic);
      return saidBy(await server.post("/token", fields, headers));
    },
    close: () => Promise.resolve(),
  };
}
