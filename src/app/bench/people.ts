import type { Account } from "../../flow/as-user.ts";
import { ALICE, BOB, MALLORY } from "../../grants/cast.ts";

/** Who may be attacked: the attacker is somebody else. */
export const VICTIMS: readonly Account[] = [ALICE, { ...BOB, pronoun: "he" }];

/** Who has an account at auth.example. */
export const PEOPLE: readonly Account[] = [...VICTIMS, MALLORY];
