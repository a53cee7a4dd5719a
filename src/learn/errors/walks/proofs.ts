import { changed, readingAs, reworded, type Words } from "../../../flow/edit-flow.ts";
import type { Flow } from "../../../flow/define-flow.ts";
import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { pageClientFlow } from "../../../grants/authorization-code/page-client.ts";
import { rotatingFlow } from "../../../grants/refresh-token/rotating.ts";
import { carrying, proofOf, proven, signingOf } from "../../../grants/steps/proofs.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

const proving = (flow: Flow, ...ids: readonly string[]) => ids.reduce(proven, flow);

/** The client sends the proof of its token request a second time, beside another request. */
function sameProof(flow: Flow, id: string, words: Words): Flow {
  const sent = changed(proving(flow, "redeem"), id, (step) => carrying(step, proofOf("redeem")));
  return changed(sent, id, (step) => ({ ...step, ...words }));
}

/** The client makes another key, and signs with that. */
function otherKey(flow: Flow, id: string, words: Words): Flow {
  return changed(flow, signingOf(id), (step) => ({
    ...readingAs(step, (name) => (name === "dpop_key" ? "forgotten_key" : name)),
    ...words,
  }));
}

/** Proofs of a key that are not those they should be (RFC 9449). */
export const proofWalks: readonly RefusalWalk[] = [
  refusal({
    check: "api.proof",
    code: "invalid_dpop_proof",
    title: "One proof for every request",
    story:
      "The script signed a proof for the token endpoint, and sends the same one to the API. A proof is for one method and one address.",
    step: "api",
    right: proving(pageClientFlow, "redeem", "api"),
    wrong: () =>
      sameProof(pageClientFlow, "api", {
        title: "The script calls the API with the proof it has",
        why: "Token and key are right. But the proof says that it was made for POST at auth.example, and not for this request.",
      }),
  }),
  refusal({
    check: "userinfo.proof",
    code: "invalid_dpop_proof",
    title: "The same proof at UserInfo",
    story:
      "Print signed a proof for the token endpoint, and sends the same one to UserInfo. Both are at auth.example, but not at one address.",
    step: "userinfo",
    right: proving(openIdConnectFlow, "redeem", "userinfo"),
    wrong: () =>
      sameProof(openIdConnectFlow, "userinfo", {
        title: "Print asks for Alice’s name with the proof it has",
        why: "Token and key are right. But the proof says that it was made for POST /token, and it was used there.",
      }),
  }),
  refusal({
    check: "token.refresh-key",
    code: "invalid_grant",
    title: "A new key after a reload",
    story:
      "The script keeps its refresh token, and not the key the token is bound to. When it starts again it makes another key.",
    step: "refresh",
    right: reworded(proving(rotatingFlow, "redeem", "api", "later", "refresh"), {
      refresh: {
        why: "One request, with the proof beside it. RFC 9700 §2.2.2 asks that a public client’s refresh token be bound to a key, or replaced at each use. This server does both.",
      },
    }),
    wrong: (flow) =>
      otherKey(flow, "refresh", {
        title: "The script makes another key, and signs a proof with it",
        why: "The proof is valid, for this request, and of a key. But a public client’s refresh token is bound to the key it was issued for.",
        button: "make a key and sign a proof",
      }),
  }),
];
