import { MALLORY, MALLORYS_PHOTO } from "../../../src/grants/cast.ts";
import { answerKept, askAtPrint, asking, beginAtPrint, lure, settledAtPrint } from "../people.ts";
import type { RealAttack, Scene } from "../scene.ts";

/** Mallory's answer is opened in Alice's browser, which is in the middle of a sign-in. */
export const csrf: RealAttack = {
  async run(scene) {
    await beginAtPrint(await scene.mallory(), scene.sites);
    return planted(scene);
  },
};

/** The same with an answer to a request from which Mallory took the challenge. */
export const strippedRequest: RealAttack = {
  async run(scene) {
    const { sites } = scene;
    const mallory = await scene.mallory();
    const { url } = await askAtPrint(mallory, sites);
    for (const name of ["code_challenge", "code_challenge_method"]) url.searchParams.delete(name);
    const { taken } = await asking(mallory, sites, () => mallory.goto(url.href));
    return taken ? planted(scene) : undefined;
  },
};

async function planted(scene: Scene): Promise<string | undefined> {
  const { alice, sites } = scene;
  const answer = await answerKept(await scene.mallory(), sites, MALLORY);
  await beginAtPrint(alice, sites);
  await lure(alice, sites, answer.href);
  const { text, refusedBy } = await settledAtPrint(alice);
  scene.printRefused(refusedBy);
  return text.includes(MALLORYS_PHOTO)
    ? "Print shows Mallory’s photos in Alice’s browser"
    : undefined;
}
