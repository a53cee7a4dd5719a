import type { Chapter, Party, Place, ValueFacts } from "../../flow/define-flow.ts";

const ATTACKER = "attacker";

/** The parties an attack adds. */
export const attackParties = {
  attacker: {
    name: "Mallory",
    role: "attacker",
    what: "The attacker, and the sites that belong to the attacker.",
    host: "evil.example",
  },
  attackersBrowser: {
    name: "Mallory’s browser",
    role: "browser",
    what: "An ordinary browser, used by the attacker.",
    profile: ATTACKER,
  },
} satisfies Record<string, Party>;

/** The profile of what the attacker uses like any user: a browser, an app. */
export function attackersProfile(party: string): string {
  return party === "browser" || party === "page" ? ATTACKER : `${ATTACKER} ${party}`;
}

export function isAttackers(profile: string | undefined): boolean {
  return profile?.split(" ")[0] === ATTACKER;
}

/** Where is known what the attacker knows. */
export const attackerPlace: Place = {
  id: "attacker",
  title: "Attacker",
  what: "Mallory, with all that Mallory’s sites and scripts were sent",
};

/** What the attacker works with. The strings are those of the values stolen, which have chips of their own. */
export const attackValues = {
  stolen_code: {
    title: "code",
    what: "A code that was meant for someone else",
    tone: "code",
    tracked: false,
  },
  stolen_at: {
    title: "address",
    what: "Where an answer of someone else’s was sent to",
    tone: "plain",
    tracked: false,
  },
  stolen_token: {
    title: "access token",
    what: "An access token that was meant for someone else",
    tone: "token",
    tracked: false,
  },
  stolen_proof: {
    title: "proof",
    what: "A DPoP proof that was made by someone else",
    tone: "proof",
    tracked: false,
  },
  stolen_session: {
    title: "session",
    what: "The cookie of someone else’s session at Print",
    tone: "binding",
    tracked: false,
  },
  sent_by_page: {
    title: "request of the page",
    what: "What a fetch of the page’s was given, which a script before it sees",
    tone: "plain",
    tracked: false,
  },
  posted_to_page: {
    title: "message to the page",
    what: "What a worker posted to its page, where every script can listen",
    tone: "plain",
    tracked: false,
  },
  planted_answer: {
    title: "Mallory’s answer",
    what: "An authorization response for Mallory’s own account",
    tone: "plain",
    tracked: false,
  },
  mallory_request: {
    title: "Mallory’s request",
    what: "The authorization request that Print made for Mallory",
    tone: "plain",
    tracked: false,
  },
  leaked_request: {
    title: "leaked request",
    what: "An authorization request that was seen on its way",
    tone: "plain",
    tracked: false,
  },
  mallory_verifier: {
    title: "verifier",
    what: "A verifier of Mallory’s own",
    tone: "proof",
    tracked: false,
  },
  mallory_challenge: {
    title: "challenge",
    what: "The challenge of Mallory’s verifier",
    tone: "proof",
    tracked: false,
  },
  loot: { title: "loot", what: "What the API gave the attacker", tone: "plain", tracked: false },
} satisfies Record<string, ValueFacts>;

/** For what the attacker does with the loot. */
export const attackChapter: Chapter = { id: "attack", title: "The attacker uses what was taken" };

/** For attacks that begin before the user does anything. */
export const preparationChapter: Chapter = { id: "preparation", title: "The attacker prepares" };

/** For attacks in which the user comes to a page or a link of the attacker’s (RFC 9700 §3). */
export const lureChapter: Chapter = { id: "lure", title: "Alice follows the attacker" };
