import { ALICE, EVIL_API } from "../../../src/grants/cast.ts";
import { moved } from "../addresses.ts";
import { callApi } from "../attacker.ts";
import { signInToPrint } from "../people.ts";
import type { RealAttack, Scene } from "../scene.ts";

const DAY = 86_400;

/** A proxy before the API sees what Print sends there. */
export const thief: RealAttack = {
  async run(scene) {
    return callApi(scene, await tokenAtProxy(scene));
  },
};

/** The same a day later, by the clock of the servers. */
export const log: RealAttack = {
  note: "the day passes on the servers’ clock only",
  async run(scene) {
    const token = await tokenAtProxy(scene);
    scene.sites.advance(DAY);
    return callApi(scene, token);
  },
};

/** Print calls an API of Mallory's, as it was told to. */
export const counterfeitApi: RealAttack = {
  print: (origins) => ({ api: moved(EVIL_API, origins) }),
  async run(scene) {
    await signInToPrint(scene.alice, scene.sites, ALICE);
    const calls = await scene.sites.evil.arrivals("/photos", 1);
    return callApi(scene, bearerIn(calls.map(({ authorization }) => authorization)));
  },
};

async function tokenAtProxy(scene: Scene): Promise<string> {
  await signInToPrint(scene.alice, scene.sites, ALICE);
  return bearerIn(scene.sites.proxied);
}

function bearerIn(headers: readonly string[]): string {
  return headers.map((header) => header.replace(/^Bearer /, "")).find((one) => one !== "") ?? "";
}
