import type { Chapter, Party, Place, ValueFacts } from "../../flow/define-flow.ts";

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
    profile: "attacker",
  },
} satisfies Record<string, Party>;

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
  stolen_token: {
    title: "access token",
    what: "An access token that was meant for someone else",
    tone: "token",
    tracked: false,
  },
  loot: { title: "loot", what: "What the API gave the attacker", tone: "plain", tracked: false },
} satisfies Record<string, ValueFacts>;

export const attackChapter: Chapter = { id: "attack", title: "The attacker uses what was taken" };
