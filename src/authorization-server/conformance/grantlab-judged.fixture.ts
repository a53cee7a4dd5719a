import { grantServers } from "../../grants/servers.ts";
import { ALICE, basic as basicHeader, testServer } from "../testing.ts";
import { locationOf } from "../testing-browser.ts";
import { registeredClients } from "./judged-clients.fixture.ts";
import { answerIn, type RefusingServer, saidBy, saidTo } from "./refusing-server.fixture.ts";

/** This authorization server with the clients of the walks, and what its own checks say. */
export async function grantlab(): Promise<RefusingServer & { refusedBy(): string }> {
  const server = await testServer(grantServers, { clients: registeredClients });
  return {
    refusedBy: () => server.refusedBy(),
    async authorize(parameters) {
      const query = new URLSearchParams(parameters);
      const response = await server.browser().open(`${server.config.issuer}/authorize?${query}`);
      if (response.status !== 303) return saidTo(undefined);
      return saidTo(locationOf(response));
    },
    async again(first, second) {
      const browser = server.browser();
      await browser.walk(first, ALICE);
      const query = new URLSearchParams(second);
      return saidTo(locationOf(await browser.open(`${server.config.issuer}/authorize?${query}`)));
    },
    async answer(parameters) {
      return answerIn(await server.browser().walk(parameters, ALICE));
    },
    async token(fields, basic) {
      const headers = basic === undefined ? {} : basicHeader(...basic);
      return saidBy(await server.post("/token", fields, headers));
    },
    close: () => Promise.resolve(),
  };
}
