import type { Answer, ExchangeStep, Flow, Read, Step } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { ALICES_PHOTO, API, BOBS_PHOTO } from "../../grants/cast.ts";
import { pick, resourceAnswer, stringsOf } from "../../grants/steps/classify.ts";
import { withProof } from "../../grants/steps/proofs.ts";
import {
  classifyTokens,
  photosRequest,
  tokenRefusals,
  tokenRequest,
} from "../../grants/steps/tokens.ts";
import { jsonObject } from "../../oauth/json.ts";
import { apiCallOf } from "../parts.ts";
import { isAttackers } from "./cast.ts";
import type { AnsweredTarget } from "../target.ts";

/** Ids of the steps in which loot is used. */
export const USE = "attacker_use";
export const REDEEM = "attacker_redeem";

/** The attacker makes the client's own call of the API with the stolen token: the proof of every theft. */
export function callWithToken(flow: Flow): ExchangeStep<string, string, string> {
  const call = apiCallOf(flow)?.step;
  return {
    kind: "exchange",
    title: "Mallory calls the API with the token",
    from: "attacker",
    to: call?.to ?? "api",
    channel: "back",
    stage: "use",
    spec: "RFC 6750 §5.1",
    why: "A bearer token works for whoever holds it. Only a token that is bound to a key makes the API ask who is calling.",
    chapter: "attack",
    button: "call the API as Mallory",
    request: (read) => {
      const proof = read.maybe("stolen_proof");
      const request = call?.request(asHolder(flow, read)) ?? photosRequest(read("stolen_token"));
      return proof === undefined ? request : withProof(request, proof);
    },
    classify: resourceAnswer,
    outcomes: {
      ok: {
        label: call?.outcomes["ok"]?.label ?? "200 photos",
        next: "done",
        read: (answer) => ({ loot: answer.response?.body ?? "" }),
      },
      invalid_token: { label: "401 invalid_token", next: "stop" },
      insufficient_scope: { label: "403 insufficient_scope", next: "stop" },
      refused: { label: "refused", next: "stop" },
    },
  };
}

/** What the client's call reads, with the stolen token in place of the client's. */
function asHolder({ values }: Flow, read: Read<string>): Read<string> {
  const nameOf = (name: string) => (values[name]?.tone === "token" ? "stolen_token" : name);
  const reading = (name: string) => read(nameOf(name));
  return Object.assign(reading, { maybe: (name: string) => read.maybe(nameOf(name)) });
}

/**
 * The attacker redeems the stolen code as the target's client, whose id is no secret, naming the address it was sent
 * to. `verifier` is the name of the value that holds a verifier of the attacker's, where there is one.
 */
export function redeemCode({ client }: AnsweredTarget, verifier?: string): Step {
  const fields = (read: Read<string>) => ({
    grant_type: "authorization_code",
    code: read("stolen_code"),
    redirect_uri: read("stolen_at"),
    ...(verifier === undefined ? {} : { code_verifier: read(verifier) }),
  });
  return {
    kind: "exchange",
    title: "Mallory redeems the code",
    from: "attacker",
    to: "as",
    channel: "back",
    stage: "redeem",
    spec: "RFC 6749 §10.5",
    why:
      client.type === "public"
        ? "The client is public: it says its name and proves nothing, so Mallory can say it too."
        : "The client’s id is no secret; its secret is, and Mallory does not have it.",
    chapter: "attack",
    button: "send POST /token as Mallory",
    request: (read) => tokenRequest({ method: "none", id: client.id }, () => "", fields(read)),
    classify: classifyTokens,
    outcomes: {
      ok: { label: "200 access_token", next: USE, read: readStolen },
      ...Object.fromEntries(
        Object.entries(tokenRefusals).map(([name, refusal]) => [
          name,
          { ...refusal, next: "stop" },
        ]),
      ),
    },
  };
}

/** The access token in an answer that the attacker got. */
export function readStolen(answer: Answer) {
  return { stolen_token: stringsOf(answer, ["access_token"]).access_token ?? "" };
}

const STOLEN = ["stolen_token", "stolen_code", "stolen_at"] as const;

/** What an address gives away: the token or the code in its query or fragment, and where it was sent to. */
export function credentialIn(address: string): {
  readonly outcome: "token" | "code" | "nothing";
  readonly values: Partial<Record<(typeof STOLEN)[number], string>>;
} {
  if (!URL.canParse(address)) return { outcome: "nothing", values: {} };
  const { searchParams, hash } = new URL(address);
  const token = new URLSearchParams(hash.slice(1)).get("access_token") ?? undefined;
  const code = searchParams.get("code") ?? undefined;
  const outcome = token !== undefined ? "token" : code !== undefined ? "code" : "nothing";
  if (outcome === "nothing") return { outcome, values: {} };
  const at = address.slice(0, address.search(/[?#]/));
  const found = { stolen_token: token, stolen_code: code, stolen_at: at };
  return { outcome, values: pick(STOLEN, (name) => found[name]) };
}

/** The outcomes of taking a credential: the token is used, the code redeemed first. */
function takenOutcomes(stoppedBy?: string) {
  return {
    token: { label: "an access token", next: USE },
    code: { label: "a code", next: REDEEM },
    nothing: { label: "nothing", next: "stop", ...(stoppedBy === undefined ? {} : { stoppedBy }) },
  };
}

/** The same with what the grant would give first, so that the promised walk is the right one. */
export function takenFrom({ client }: AnsweredTarget, stoppedBy?: string) {
  const { token, code, nothing } = takenOutcomes(stoppedBy);
  return client.answer === "token" ? { token, code, nothing } : { code, token, nothing };
}

/**
 * Whether the API gave the attacker what it keeps for somebody else: the user's photos, where photos were asked for;
 * else whatever it keeps, as it keeps nothing for the attacker.
 */
export function usedAtApi(walk: Walk): string | undefined {
  const used = walk.taken.find(
    ({ step, entry }) =>
      step === USE &&
      entry.request?.url.startsWith(`${API}/`) === true &&
      entry.response?.status === 200 &&
      isLoot(entry.request.url, entry.response.body),
  );
  if (used?.entry.request === undefined) return undefined;
  const { method, url } = used.entry.request;
  const loot = url === PHOTOS ? "Alice’s photos" : "what the client’s own call is answered";
  return `${method} ${new URL(url).pathname} with the stolen token answered 200 with ${loot}`;
}

const PHOTOS = `${API}/photos`;

function isLoot(url: string, body: string): boolean {
  if (url === PHOTOS) return USERS_PHOTOS.some((photo) => body.includes(photo));
  return Object.values(jsonObject(body) ?? {}).some(
    (kept) => !Array.isArray(kept) || kept.length > 0,
  );
}

/** Photos of whoever the user is, the attacker not among them. */
export const USERS_PHOTOS: readonly string[] = [ALICES_PHOTO, BOBS_PHOTO];

/** Whether Print shows these photos to the attacker, or to the user: then that one is signed in as whose they are. */
export function showsPhotos(walk: Walk, to: "attacker" | "user", photo: string): boolean {
  return walk.taken.some(
    ({ entry: { profile, browser } }) =>
      isAttackers(profile) === (to === "attacker") && browser.page?.includes(photo) === true,
  );
}
