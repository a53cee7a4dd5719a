import type { Answer, Flow, Step, ValueFacts } from "../../../flow/define-flow.ts";
import { withRequest } from "../../../flow/edit-request.ts";
import { AUTH, CALLBACK, SCOPE } from "../../../grants/cast.ts";
import { stringsOf } from "../../../grants/steps/classify.ts";
import { parties, places } from "../../../grants/steps/parties.ts";
import { secretValue } from "../../../grants/steps/values.ts";
import { jsonObject } from "../../../oauth/json.ts";

/** Client metadata as it goes over the wire (RFC 7591 §2). */
export type Metadata = Readonly<Record<string, unknown>>;

/** What Print’s web application registers itself with. */
const WEB_APPLICATION: Metadata = {
  client_name: "Print",
  redirect_uris: [CALLBACK],
  token_endpoint_auth_method: "client_secret_basic",
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  scope: SCOPE,
};

const registered: Readonly<Record<"client_id" | "client_secret", ValueFacts>> = {
  client_id: {
    title: "client id",
    what: "What the authorization server calls the client (RFC 6749 §2.2)",
    tone: "plain",
    tracked: false,
  },
  client_secret: { ...secretValue, knownTo: [] },
};

const ERRORS = ["invalid_client_metadata", "invalid_redirect_uri"];

const read = (answer: Answer) => stringsOf(answer, ["client_id", "client_secret"]);

const register = {
  kind: "exchange",
  title: "Print registers itself",
  from: "client",
  to: "as",
  channel: "back",
  stage: "ask",
  spec: "RFC 7591 §3.1",
  why: "A client says what it is and what it wants to use, and gets an id. What it says is checked now, so that no user finds out later that it cannot work.",
  chapter: "register",
  button: "send POST /register",
  classify: (answer: Answer) => {
    const { client_id, error } = stringsOf(answer, ["client_id", "error"]);
    if (client_id !== undefined) return "ok";
    return error !== undefined && ERRORS.includes(error) ? error : "refused";
  },
} as const;

interface Afterwards {
  /** Its chapters have the ids of its steps. */
  readonly id: string;
  readonly chapter: string;
  readonly step: Step;
}

/** A client registers with this metadata, and makes one request with what it got, where there is one to make. */
export function registrationFlow(metadata: Metadata = WEB_APPLICATION, then?: Afterwards): Flow {
  const more = then === undefined ? {} : { [then.id]: then.step };
  return {
    id: "registration",
    title: "Registration",
    summary: "A client registers itself.",
    sandbox: { clientSite: "server" },
    parties: { client: parties.client, as: parties.as },
    places: [places.client, places.as],
    values: registered,
    chapters: [
      { id: "register", title: "Print registers itself" },
      ...(then === undefined ? [] : [{ id: then.id, title: then.chapter }]),
    ],
    given: {},
    ends: {
      done: "The request was accepted.",
      stop: "The client goes no further: what came back was not what it needs.",
    },
    start: "register",
    steps: {
      register: {
        ...register,
        request: () => ({
          method: "POST",
          url: `${AUTH}/register`,
          headers: [
            ["Content-Type", "application/json"],
            ["Accept", "application/json"],
          ],
          body: JSON.stringify(metadata),
        }),
        outcomes: {
          ok: { label: "201 client_id", next: then?.id ?? "done", read },
          invalid_client_metadata: { label: "400 invalid_client_metadata" },
          invalid_redirect_uri: { label: "400 invalid_redirect_uri" },
          refused: { label: "refused" },
        },
      },
      ...more,
    },
  };
}

/** The flow whose client registers with some of its metadata otherwise. */
export function registeredAs(flow: Flow, change: Metadata): Flow {
  return withRequest(flow, "register", (request) => ({
    ...request,
    body: JSON.stringify({ ...jsonObject(request.body ?? ""), ...change }),
  }));
}
