import type { Person } from "../authorization-server/ports.ts";
import { ALICE, BOB, MALLORY } from "../grants/cast.ts";

/** The people every authorization server of Grantlab knows. */
export const people: readonly Person[] = [
  { ...ALICE, subject: "alice" },
  { ...BOB, subject: "bob" },
];

/** The attacker is a user of every sandbox's server, and of no other. */
export const attackersAccount: Person = { ...MALLORY, subject: "mallory" };
