import type { ValueFacts } from "../../flow/define-flow.ts";

/** The values that walks share: one short name and one colour each. */
export const values = {
  username: {
    title: "username",
    what: "Alice’s name at auth.example",
    tone: "plain",
    tracked: false,
  },
  password: {
    title: "password",
    what: "Alice’s password at auth.example",
    tone: "secret",
    tracked: true,
    knownTo: ["user", "as"],
  },
  session: {
    title: "session",
    what: "The client’s own cookie: which browser this is",
    tone: "binding",
    tracked: false,
  },
  state: {
    title: "state",
    what: "Ties the answer to the browser that asked (RFC 6749 §10.12)",
    tone: "binding",
    tracked: true,
  },
  code: {
    title: "code",
    what: "Stands for Alice’s consent; works once, for a minute (RFC 6749 §4.1.2)",
    tone: "code",
    tracked: true,
  },
  issued_code: {
    title: "code",
    what: "The code as the authorization server sends it off (RFC 6749 §4.1.2)",
    tone: "code",
    tracked: false,
  },
  issued_token: {
    title: "access token",
    what: "The access token as the authorization server sends it off (RFC 6749 §4.2.2)",
    tone: "token",
    tracked: false,
  },
  access_token: {
    title: "access token",
    what: "What the API accepts (RFC 6749 §1.4)",
    tone: "token",
    tracked: true,
  },
  refresh_token: {
    title: "refresh token",
    what: "Gets new access tokens without the user (RFC 6749 §1.5)",
    tone: "token",
    tracked: true,
  },
  returned_state: {
    title: "state",
    what: "The state that came back",
    tone: "binding",
    tracked: false,
  },
  returned_iss: {
    title: "iss",
    what: "Who the answer says it is from (RFC 9207)",
    tone: "plain",
    tracked: false,
  },
  returned_error: { title: "error", what: "Why there is no code", tone: "plain", tracked: false },
  returned_session: {
    title: "session",
    what: "The cookie that came back",
    tone: "binding",
    tracked: false,
  },
  problem: {
    title: "problem",
    what: "Why the client goes no further",
    tone: "plain",
    tracked: false,
  },
  photos: { title: "photos", what: "What the API answered", tone: "plain", tracked: false },
} satisfies Record<string, ValueFacts>;

/** What a confidential client adds. */
export const secretValue = {
  title: "client secret",
  what: "Proves which client is asking (RFC 6749 §2.3.1)",
  tone: "secret",
  tracked: true,
  knownTo: ["client", "as"],
} satisfies ValueFacts;

/** What PKCE adds (RFC 7636). */
export const pkceValues = {
  verifier: {
    title: "verifier",
    what: "A secret made for this one request (RFC 7636 §4.1)",
    tone: "proof",
    tracked: true,
  },
  challenge: {
    title: "challenge",
    what: "The verifier’s SHA-256, which gives nothing away (RFC 7636 §4.2)",
    tone: "proof",
    tracked: true,
  },
} satisfies Record<string, ValueFacts>;

/** The six messages people know, and the call they are for. */
export const chapters = [
  { id: "click", title: "Alice clicks “Log in with auth.example”" },
  { id: "ask", title: "The client redirects the browser to the authorization server" },
  { id: "login", title: "The authorization server shows its login page" },
  { id: "credentials", title: "Alice signs in and consents" },
  { id: "code", title: "The authorization server redirects back with a code" },
  { id: "redeem", title: "The client exchanges the code for an access token" },
  { id: "use", title: "The client calls the API with the access token" },
] as const;
