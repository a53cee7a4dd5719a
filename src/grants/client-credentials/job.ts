import type { Answer, ExchangeStep, LocalStep, Party } from "../../flow/define-flow.ts";
import { JOBS_SCOPE } from "../cast.ts";
import { resourceAnswer, tokenAnswer } from "../steps/classify.ts";
import { parties, places } from "../steps/parties.ts";
import { apiRequest, readTokens } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";

/** Nobody but these three takes part: there is no user, and no browser. */
export const jobParties = {
  client: {
    name: "Nightly job",
    role: "client",
    what: "The client: a program on Print’s server that starts at night, when nobody is there to be asked.",
    host: "print.example",
  },
  as: {
    ...parties.as,
    what: "The authorization server: it knows the client, and gives tokens to nobody else.",
  },
  api: {
    ...parties.api,
    what: "The resource server: besides photos of users it keeps print jobs for its clients.",
  },
} satisfies Record<string, Party>;

export const jobPlaces = [places.client, places.as, places.api];

export const jobValues = {
  access_token: values.access_token,
  jobs: { ...values.photos, title: "jobs" },
};

export const jobChapters = [
  { id: "token", title: "The job asks for an access token" },
  { id: "use", title: "The job calls the API" },
  { id: "expired", title: "The access token expires" },
  { id: "again", title: "The job asks again, and repeats the call" },
] as const;

/** What a client asks of the token endpoint for itself (RFC 6749 §4.4.2). */
export const OWN_TOKEN = { grant_type: "client_credentials", scope: JOBS_SCOPE };

const ERRORS = [
  "invalid_client",
  "invalid_scope",
  "unauthorized_client",
  "invalid_request",
  "unsupported_grant_type",
];

/** How the token endpoint may refuse; each leaves the step waiting. */
const tokenRefusals = {
  invalid_client: { label: "401 invalid_client" },
  invalid_scope: { label: "400 invalid_scope" },
  unauthorized_client: { label: "400 unauthorized_client" },
  invalid_request: { label: "400 invalid_request" },
  unsupported_grant_type: { label: "400 unsupported_grant_type" },
  refused: { label: "refused" },
};

type TokenStep = ExchangeStep<"api" | "retry", "access_token", "client" | "as">;
type TokenFacts = Omit<TokenStep, "request" | "why">;

/** The token request, the same each time. */
export const tokenFacts = {
  kind: "exchange",
  title: "The job asks for an access token",
  from: "client",
  to: "as",
  channel: "back",
  stage: "redeem",
  spec: "RFC 6749 §4.4.2",
  chapter: "token",
  button: "send POST /token",
  classify: tokenAnswer(ERRORS),
  outcomes: {
    ok: { label: "200 access_token", next: "api", read: readTokens },
    ...tokenRefusals,
  },
} satisfies TokenFacts;

/** The token request once the token has expired. */
export const renewFacts = {
  ...tokenFacts,
  title: "The job asks for another access token",
  chapter: "again",
  outcomes: { ...tokenFacts.outcomes, ok: { ...tokenFacts.outcomes.ok, next: "retry" } },
} satisfies TokenFacts;

type Call = ExchangeStep<"print" | "renew" | "done", "access_token" | "jobs", "client" | "api">;

const call = {
  kind: "exchange",
  from: "client",
  to: "api",
  channel: "back",
  stage: "use",
  spec: "RFC 6750 §2.1",
  request: (read) => apiRequest("/print-jobs", read("access_token")),
  classify: resourceAnswer,
} satisfies Partial<Call>;

const jobsIn = (answer: Answer) => ({ jobs: answer.response?.body ?? "" });

/** How the API may refuse; each leaves the step waiting. */
const apiRefusals = {
  insufficient_scope: { label: "403 insufficient_scope" },
  refused: { label: "refused" },
};

/** What the job does with its token, however it got it. */
export const jobSteps = {
  api: {
    ...call,
    title: "The job asks the API for its print jobs",
    why: "The token’s subject is the client itself (RFC 9068 §2.2). So the API serves what belongs to the client, and no photos of anybody’s.",
    chapter: "use",
    button: "send GET /print-jobs",
    outcomes: {
      ok: { label: "200 jobs", next: "print", read: jobsIn },
      invalid_token: { label: "401 invalid_token" },
      ...apiRefusals,
    },
    instead: [{ label: "Ask for another token", next: "renew" }],
  } satisfies Call,
  print: {
    kind: "local",
    title: "The job prints for a quarter of an hour",
    from: "client",
    to: "client",
    channel: "local",
    stage: "use",
    spec: "RFC 6749 §5.1",
    why: "An access token lives for a quarter of an hour here; expires_in said so. Meanwhile it has expired.",
    chapter: "expired",
    button: "print, and let 15 minutes pass",
    run: async () => ({ outcome: "printed", wait: 15 * 60 }),
    outcomes: { printed: { label: "15 minutes later", next: "late" } },
    instead: [{ label: "Ask again at once", next: "late" }],
  } satisfies LocalStep<"late", never, "client">,
  late: {
    ...call,
    title: "The job looks for jobs that came in meanwhile",
    spec: "RFC 6750 §3.1",
    why: "The job has kept its token, and finds out at the API that it has expired. That is no failure: it is how a client learns when to ask again.",
    chapter: "expired",
    button: "send GET /print-jobs again",
    outcomes: {
      invalid_token: { label: "401 invalid_token", next: "renew" },
      ok: { label: "200 jobs", next: "done", read: jobsIn },
      ...apiRefusals,
    },
  } satisfies Call,
  retry: {
    ...call,
    title: "The job repeats the call",
    why: "The same request with the new token. A client asks again once, and no more: a token refused twice is refused for another reason.",
    chapter: "again",
    button: "send GET /print-jobs once more",
    outcomes: {
      ok: { label: "200 jobs", next: "done", read: jobsIn },
      invalid_token: { label: "401 invalid_token" },
      ...apiRefusals,
    },
    instead: [{ label: "Ask for another token", next: "renew" }],
  } satisfies Call,
};
