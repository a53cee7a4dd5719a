import { ALICE, NATIVE_CALLBACK } from "../../../src/grants/cast.ts";
import { lootIn, spendLoot } from "../attacker.ts";
import { beginAtPrint, signInAndAllow } from "../people.ts";
import type { RealAttack } from "../scene.ts";

/** Print as an app: its answers go to a scheme of its own. A browser on a desk has no apps, so they are read where it gave up. */
export const codeInterception: RealAttack = {
  note: "which app a phone opens is no browser’s decision; the attacker reads the address the browser was sent to",
  print: () => ({ callback: NATIVE_CALLBACK }),
  async run(scene) {
    const { alice, sites } = scene;
    await beginAtPrint(alice, sites);
    const decided = alice.waitForResponse(
      (response) => response.request().method() === "POST" && response.url().includes("/consent?"),
    );
    await signInAndAllow(alice, ALICE);
    const location = (await decided).headers()["location"] ?? "";
    return spendLoot(scene, lootIn([location]), { redirectUri: NATIVE_CALLBACK });
  },
};
