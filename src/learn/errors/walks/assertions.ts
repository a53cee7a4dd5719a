import { changed, type Words } from "../../../flow/edit-flow.ts";
import { AUTH, PRINT } from "../../../grants/cast.ts";
import { asserting, keyClientFlow } from "../../../grants/client-credentials/key-client.ts";
import type { Otherwise } from "../../../oauth/make-assertion.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

interface Facts extends Pick<RefusalWalk, "check" | "title" | "story"> {
  readonly says: Otherwise;
  readonly words: Words;
}

/** The job signs an assertion with its own key, and one thing in it is wrong. */
function misasserted({ says, words, ...facts }: Facts): RefusalWalk {
  return refusal({
    ...facts,
    code: "invalid_client",
    step: "token",
    right: keyClientFlow,
    wrong: (flow) => changed(flow, "assert", () => ({ ...asserting(says), ...words })),
  });
}

/** Assertions that are signed as they should be, and say something else than they should (RFC 7523 §3). */
export const assertionWalks: readonly RefusalWalk[] = [
  misasserted({
    check: "token.assertion-purpose",
    title: "A proof in place of an assertion",
    story:
      "The job signs DPoP proofs with the same key, and its code for them signs this JWT too. So the JWT says of itself that it is a proof.",
    says: { typ: "dpop+jwt" },
    words: {
      title: "The job signs a JWT that says it is a proof",
      why: "The claims are those of an assertion, and the signature is right. But the header says dpop+jwt, and a JWT is to be used for what it was made for.",
    },
  }),
  misasserted({
    check: "token.assertion-subject",
    title: "An assertion that names the company as its issuer",
    story:
      "Whoever wrote the job took iss for the address of Print, as it is in other JWTs. In an assertion the client speaks about itself.",
    says: { iss: PRINT },
    words: {
      title: "The job signs an assertion in Print’s name",
      why: "sub is the client’s id, as it should be. iss is https://print.example, and auth.example has no client of that name.",
    },
  }),
  misasserted({
    check: "token.assertion-audience",
    title: "An assertion for the token endpoint",
    story:
      "The job was written by RFC 7523 as it was in 2015, which let aud be the address of the token endpoint. Its revision, RFC 7523bis, wants the issuer.",
    says: { aud: `${AUTH}/token` },
    words: {
      title: "The job signs an assertion for the token endpoint",
      why: "aud is https://auth.example/token. Any server may claim that its token endpoint is there, and use here what it was sent.",
    },
  }),
];
