import type { ExchangeStep, Read } from "../../../flow/define-flow.ts";
import { withField, withRequest } from "../../../flow/edit-request.ts";
import { AUTH, DEVICE_CODE, JOBS_SCOPE, SCOPE } from "../../../grants/cast.ts";
import { tokenAnswer } from "../../../grants/steps/classify.ts";
import { tokenRequest } from "../../../grants/steps/tokens.ts";
import { formRequest } from "../../../oauth/wire.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";
import { registeredAs, registrationFlow } from "./registering.ts";

type Request = ExchangeStep<string, string, string>;

/** A request with what was registered; a refusal leaves it waiting. */
const asked = {
  kind: "exchange",
  from: "client",
  to: "as",
  channel: "back",
} satisfies Partial<Request>;

const ownToken: Request = {
  ...asked,
  title: "The client asks for a token of its own",
  stage: "redeem",
  spec: "RFC 6749 §4.4.2",
  why: "No user is asked. That the client proves who it is, is all this grant rests on.",
  chapter: "token",
  button: "send POST /token",
  request: (read) => tokenRequest(authOf(read), () => read("client_secret"), OWN),
  classify: tokenAnswer(["unauthorized_client"]),
  outcomes: {
    ok: { label: "200 access_token", next: "done" },
    unauthorized_client: { label: "400 unauthorized_client" },
    refused: { label: "refused" },
  },
};

const OWN = { grant_type: "client_credentials", scope: JOBS_SCOPE };

/** It proves who it is with the secret it got, where it got one. */
function authOf(read: Read<string>) {
  const method = read.maybe("client_secret") === undefined ? "none" : "client_secret_post";
  return { method, id: read("client_id") } as const;
}

const codes: Request = {
  ...asked,
  title: "The device asks for its codes",
  stage: "ask",
  spec: "RFC 8628 §3.1",
  why: "What the user will be asked to allow is said here already.",
  chapter: "codes",
  button: "send POST /device_authorization",
  request: (read) =>
    formRequest(`${AUTH}/device_authorization`, { client_id: read("client_id"), scope: SCOPE }),
  classify: ({ response }) => (response?.status === 200 ? "ok" : "refused"),
  outcomes: {
    ok: { label: "200 device_code, user_code", next: "done" },
    refused: { label: "400 invalid_scope" },
  },
};

const job = {
  client_name: "Print, nightly job",
  token_endpoint_auth_method: "client_secret_post",
  grant_types: ["client_credentials"],
  response_types: [],
};

const display = {
  client_name: "Print, shop window",
  token_endpoint_auth_method: "none",
  grant_types: [DEVICE_CODE, "refresh_token"],
  response_types: [],
  scope: `openid ${SCOPE}`,
};

const jobFlow = registrationFlow(job, {
  id: "token",
  chapter: "The client asks for a token",
  step: ownToken,
});

/** What is refused to a client although its registration was accepted. */
export const registeredWalks: readonly RefusalWalk[] = [
  refusal({
    check: "token.client-confidential",
    code: "unauthorized_client",
    title: "A job that registered without credentials",
    story:
      "The job registers as a public client, since that needs no secret. This server forgets to refuse that (register.credentials is left out), and so its token endpoint has to.",
    step: "token",
    right: {
      ...jobFlow,
      sandbox: { ...jobFlow.sandbox, without: ["register.credentials"] },
    },
    wrong: (flow) => registeredAs(flow, { token_endpoint_auth_method: "none" }),
  }),
  refusal({
    check: "device.no-sign-in",
    code: "invalid_scope",
    title: "A device that wants to know who is there",
    story:
      "The display in Print’s shop window is registered for openid, and asks for it with its codes. At this server a sign-in begins elsewhere.",
    step: "codes",
    right: registrationFlow(display, {
      id: "codes",
      chapter: "The device asks for its codes",
      step: codes,
    }),
    wrong: (flow) =>
      withRequest(flow, "codes", (request) => withField(request, "scope", `openid ${SCOPE}`)),
  }),
];
