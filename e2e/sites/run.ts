import type { Browser, BrowserContext } from "@playwright/test";
import { type Defence, isNotApplicable } from "../../src/attacks/attack.ts";
import type { Row } from "../../src/attacks/matrix.ts";
import { attackedFlow } from "../../src/attacks/run.ts";
import type { Target } from "../../src/attacks/target.ts";
import { memoised } from "../../src/oauth/memoised.ts";
import type { RealAttack, Scene } from "./scene.ts";
import { openSites, type Sites } from "./sites.ts";

/** What a real run came to. `by` is missing where nobody refused: then there was nothing to take. */
export type RealVerdict =
  | { readonly verdict: "succeeds"; readonly proof: string; readonly by?: undefined }
  | { readonly verdict: "stopped"; readonly by?: string };

/** Runs a row against a target in a real browser, with just these defences. Throws when it does not apply, or when nothing comes back by a browser. */
export async function runReal(
  browser: Browser,
  attack: RealAttack,
  { way }: Row,
  target: Target,
  on: readonly Defence[],
): Promise<RealVerdict> {
  const flow = attackedFlow(way, target, on);
  if (isNotApplicable(flow)) throw new RangeError(flow.reason);
  const { answer } = target.client;
  if (answer === "nothing")
    throw new RangeError(`Nothing comes back to ${target.id} by a browser.`);
  const { pkce, openId } = target;
  const client = { ...target.client, answer, pkce, openId };
  const sites = await openSites(flow.sandbox, async (origins) => ({
    client,
    ...(await attack.print?.(origins, target)),
  }));
  const profiles: BrowserContext[] = [];
  const openBrowser = async () => {
    const profile = await browser.newContext();
    profiles.push(profile);
    return profile.newPage();
  };
  const mallory = memoised(openBrowser);
  let refusedByPrint = "";
  const printRefused = (id: string) => void (refusedByPrint = id);
  try {
    const scene: Scene = { sites, target, alice: await openBrowser(), mallory, printRefused };
    return verdictOf(await attack.run(scene), sites, refusedByPrint);
  } finally {
    await Promise.all(profiles.map((profile) => profile.close()));
    await sites.close();
  }
}

function verdictOf(
  proof: string | undefined,
  { refusals }: Sites,
  refusedByPrint: string,
): RealVerdict {
  if (proof !== undefined) return { verdict: "succeeds", proof };
  const by = refusedByPrint === "" ? refusals.at(-1) : refusedByPrint;
  return { verdict: "stopped", ...(by === undefined ? {} : { by }) };
}
