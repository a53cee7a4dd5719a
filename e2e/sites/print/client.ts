import { SCOPE } from "../../../src/grants/cast.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import { takeAnswer } from "./answer.ts";
import { challengeFor, redeem } from "./requests.ts";
import type { PageSetup } from "./static.ts";

// The protocol of Print's scripts, in the page or in its worker.

/** What a sign-in under way needs later. */
export interface Pending {
  readonly state: string;
  readonly verifier: string;
}

/** A sign-in that begins, and the authorization request for it (RFC 6749 §4.1.1, §4.2.1; RFC 7636 §4.3). */
export async function begin(setup: PageSetup): Promise<{ pending: Pending; url: string }> {
  const { client, auth, callback, challengeMethod } = setup;
  const pending: Pending = { state: randomToken(), verifier: randomToken() };
  const url = withQuery(`${auth}/authorize`, {
    response_type: client.answer,
    client_id: client.id,
    redirect_uri: callback,
    scope: SCOPE,
    state: pending.state,
    ...(client.pkce ? await challengeFor(pending.verifier, challengeMethod) : {}),
  });
  return { pending, url };
}

/** The access token, or why there is none; `refusedBy` where a check of the client's own refused. */
export type Finished =
  | { readonly token: string }
  | { readonly problem: string; readonly refusedBy: string };

/** Checks the answer that came to an address, and redeems its code. */
export async function finish(
  setup: PageSetup,
  { state = "", verifier = "" }: Partial<Pending>,
  address: string,
): Promise<Finished> {
  const { answer: kind } = setup.client;
  const { search, hash } = new URL(address);
  const parameters = new URLSearchParams(kind === "code" ? search : hash.slice(1));
  const answer = { kind, parameters, state, issuer: setup.auth };
  const taken = await takeAnswer(answer, new Set(setup.without));
  if (!("credential" in taken)) return taken;
  if (kind === "token") return { token: taken.credential };
  const token = await redeem({ ...setup, code: taken.credential, verifier });
  return token === undefined ? NO_TOKENS : { token };
}

const NO_TOKENS: Finished = {
  problem: "The authorization server gave no tokens for this sign-in.",
  refusedBy: "",
};
