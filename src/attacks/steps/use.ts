import type { Answer, ExchangeStep, Read, Step } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { ALICES_PHOTO, API, CALLBACK } from "../../grants/cast.ts";
import { pick, resourceAnswer } from "../../grants/steps/classify.ts";
import {
  classifyTokens,
  photosRequest,
  tokenRefusals,
  tokenRequest,
} from "../../grants/steps/tokens.ts";
import { stringsOf } from "../../grants/steps/classify.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import type { Target } from "../target.ts";

/** Ids of the steps in which loot is used. */
export const USE = "attacker_use";
export const REDEEM = "attacker_redeem";

/** The attacker calls the API with the stolen token: the proof of every theft. */
export const useToken: ExchangeStep<string, string, string> = {
  kind: "exchange",
  title: "Mallory calls the API with the token",
  from: "attacker",
  to: "api",
  channel: "back",
  stage: "use",
  spec: "RFC 6750 §5.1",
  why: "A bearer token works for whoever holds it. Only a token that is bound to a key makes the API ask who is calling.",
  chapter: "attack",
  button: "send GET /photos as Mallory",
  request: (read) => {
    const proof = read.maybe("stolen_proof");
    const request = photosRequest(read("stolen_token"));
    return proof === undefined ? request : withProof(request, proof);
  },
  classify: resourceAnswer,
  outcomes: {
    ok: {
      label: "200 Alice’s photos",
      next: "done",
      read: (answer) => ({ loot: answer.response?.body ?? "" }),
    },
    invalid_token: { label: "401 invalid_token", next: "stop" },
    refused: { label: "refused", next: "stop" },
  },
};

/** The same request with the token bound to a key, and a proof of it (RFC 9449 §7.1). */
export function withProof(request: WireRequest, proof: string): WireRequest {
  const headers = request.headers.map(([name, value]): [string, string] => [
    name,
    name === "Authorization" ? value.replace(/^Bearer /, "DPoP ") : value,
  ]);
  return { ...request, headers: [...headers, ["DPoP", proof]] };
}

interface Redemption {
  readonly redirectUri?: string;
  /** Name of the value that holds a verifier of the attacker's, where there is one. */
  readonly verifier?: string;
}

/** The attacker redeems the stolen code as the target's client, whose id is no secret. */
export function redeemCode(
  { client }: Target,
  { redirectUri = CALLBACK, verifier }: Redemption = {},
): Step {
  const fields = (read: Read<string>) => ({
    grant_type: "authorization_code",
    code: read("stolen_code"),
    redirect_uri: redirectUri,
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

function readStolen(answer: Answer) {
  return { stolen_token: stringsOf(answer, ["access_token"]).access_token ?? "" };
}

/** What an address gives away: the token or the code in its query or fragment. */
export function credentialIn(address: string): {
  readonly outcome: "token" | "code" | "nothing";
  readonly values: Partial<Record<"stolen_token" | "stolen_code", string>>;
} {
  if (!URL.canParse(address)) return { outcome: "nothing", values: {} };
  const { searchParams, hash } = new URL(address);
  const token = new URLSearchParams(hash.slice(1)).get("access_token") ?? undefined;
  const code = searchParams.get("code") ?? undefined;
  const outcome = token !== undefined ? "token" : code !== undefined ? "code" : "nothing";
  const found = { stolen_token: token, stolen_code: code };
  return { outcome, values: pick(["stolen_token", "stolen_code"], (name) => found[name]) };
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
export function takenFrom({ client }: Target, stoppedBy?: string) {
  const { token, code, nothing } = takenOutcomes(stoppedBy);
  return client.answer === "token" ? { token, code, nothing } : { code, token, nothing };
}

/** Whether the attacker got Alice's photos from the API. */
export function usedAtApi(walk: Walk): string | undefined {
  const used = walk.taken.find(
    ({ step, entry }) =>
      step === USE &&
      entry.request?.url.startsWith(`${API}/`) === true &&
      entry.response?.status === 200 &&
      entry.response.body.includes(ALICES_PHOTO),
  );
  return used && "GET /photos with the stolen token answered 200 with Alice’s photos";
}

/** Whether a page of Print in that browser shows these photos: then it is signed in as whose they are. */
export function showsPhotos(walk: Walk, profile: string | undefined, photo: string): boolean {
  return walk.taken.some(
    ({ entry }) => entry.profile === profile && entry.browser.page?.includes(photo) === true,
  );
}
