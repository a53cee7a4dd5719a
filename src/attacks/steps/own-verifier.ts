import type { Chapter, LocalStep } from "../../flow/define-flow.ts";
import { s256 } from "../../oauth/pkce.ts";
import { randomToken } from "../../oauth/random.ts";
import type { Words } from "../../flow/edit-flow.ts";

interface Making {
  readonly next: string;
  readonly chapter: Chapter;
  readonly words?: Words;
}

/** The attacker makes a verifier and its challenge, as anyone can. */
export function ownVerifier({
  next,
  chapter,
  words = {},
}: Making): LocalStep<string, string, string> {
  return {
    kind: "local",
    title: "Mallory makes a verifier and its challenge",
    from: "attacker",
    to: "attacker",
    channel: "local",
    stage: "ask",
    spec: "RFC 7636 §4.1",
    why: "Anyone can make one. Nothing says that the maker of a challenge is the client it is sent for.",
    button: "make a verifier",
    ...words,
    chapter: chapter.id,
    run: async () => {
      const verifier = randomToken();
      return {
        outcome: "made",
        values: { mallory_verifier: verifier, mallory_challenge: await s256(verifier) },
      };
    },
    outcomes: { made: { label: "made", next } },
  };
}
