import { scopeAllowed } from "../../../authorization-server/checks/scope.ts";
import type {
  Person,
  ServerContext,
  TokenRefusal,
  TokenRequest,
} from "../../../authorization-server/ports.ts";
import type { Check } from "../../../oauth/checks.ts";
import { countGuess } from "./guesses.ts";

/** What is known of a token request with a user's password. */
export interface PasswordFacts extends TokenRequest {
  readonly server: ServerContext;
  readonly username: string | undefined;
  /** The user of that name. */
  readonly person: Person | undefined;
}

/** What a token request with a user's name and password has to pass. */
export const passwordChecks: readonly Check<PasswordFacts, TokenRefusal>[] = [
  {
    id: "token.username-present",
    title: "The request carries the user’s name",
    spec: "RFC 6749 §4.3.2",
    why: "Without it nobody knows whose password this is.",
    refuse: ({ username }) =>
      username === undefined ? { reason: "missing", parameter: "username" } : undefined,
  },
  {
    id: "token.password-present",
    title: "The request carries the user’s password",
    spec: "RFC 6749 §4.3.2",
    why: "The password is all there is: the user is not asked, and sees no page of the server’s.",
    refuse: ({ parameters }) =>
      parameters.get("password") === undefined
        ? { reason: "missing", parameter: "password" }
        : undefined,
  },
  scopeAllowed("scopes"),
  {
    id: "token.password-guesses",
    title: "Nobody is trying out passwords of this user",
    spec: "RFC 6749 §4.3.2",
    why: "A program can try a thousand passwords in the time a person types one. After five wrong ones the name rests for five minutes.",
    refuse: async (facts) =>
      facts.person === undefined ||
      (await countGuess(facts.server, facts.person.username, isRight(facts)))
        ? undefined
        : { reason: "too_many_guesses" },
  },
  {
    id: "token.password",
    title: "Name and password belong together",
    spec: "RFC 6749 §4.3.2",
    why: "The answer is the same for a wrong name and a wrong password, so that names cannot be tried out.",
    refuse: (facts) => (isRight(facts) ? undefined : { reason: "password_wrong" }),
  },
];

function isRight({ person, parameters }: PasswordFacts): boolean {
  return person !== undefined && person.password === parameters.get("password");
}
