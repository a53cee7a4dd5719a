import type { Client, Person } from "../authorization-server/ports.ts";
import { ALICE, BOB, MALLORY, QUIZ_CLIENT } from "../grants/cast.ts";

/** The people every authorization server of Grantlab knows. */
export const people: readonly Person[] = [
  { ...ALICE, subject: "alice", email: "alice@mail.example" },
  { ...BOB, subject: "bob", email: "bob@mail.example" },
];

/** The attacker is a user of every sandbox's server, and of no other. */
export const attackersAccount: Person = {
  ...MALLORY,
  subject: "mallory",
  email: "mallory@mail.example",
};

/** So is the attacker's client: a web application with a secret, which nobody makes use PKCE. */
export const attackersClient: Client = {
  clientId: QUIZ_CLIENT.id,
  clientName: "Quiz",
  redirectUris: [QUIZ_CLIENT.callback],
  grantTypes: ["authorization_code", "implicit"],
  responseTypes: ["code", "token"],
  scope: "openid photos.read",
  secret: QUIZ_CLIENT.secret,
  authMethod: "client_secret_post",
  requirePkce: false,
};
