import type { Account } from "../../flow/as-user.ts";
import { ALICE, BOB, MALLORY } from "../../grants/cast.ts";

/** Who has an account at auth.example. */
export const PEOPLE: readonly Account[] = [ALICE, { ...BOB, pronoun: "he" }, MALLORY];
