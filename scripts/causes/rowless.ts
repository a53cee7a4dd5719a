import type { CausesOfCheck, LinkedWay } from "../../src/learn/errors/cause.ts";

/** An error that no check gives: the server decides it after all of them held. */
interface Rowless extends Omit<CausesOfCheck, "causes"> {
  readonly way: LinkedWay;
}

const plain = { from: "", wait: 0, mistake: "" };

/** By an id like a check’s. */
export const rowless: Readonly<Record<string, Rowless>> = {
  "consent.allowed": {
    title: "The user allows what the client asks for",
    spec: "RFC 6749 §4.1.2.1",
    why: "The answer is the user’s to give. A no is no failure: the client has to hear it and to go on without.",
    endpoints: ["/consent"],
    way: {
      ...plain,
      grant: "authorization-code",
      variant: "public-pkce",
      step: "consent",
      edits: ["set.form.decision=deny"],
    },
  },
  "authorize.silent-session": {
    title: "For prompt=none, a user is signed in already",
    spec: "OpenID Connect Core §3.1.2.6",
    why: "The client asked for an answer without a page, and without a page nobody can sign in.",
    endpoints: ["/authorize"],
    way: {
      ...plain,
      grant: "authorization-code",
      variant: "openid-connect",
      step: "authorize",
      edits: ["add.query.prompt=none"],
    },
  },
};
