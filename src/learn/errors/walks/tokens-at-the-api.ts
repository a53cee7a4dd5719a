import type { Flow, Step } from "../../../flow/define-flow.ts";
import { changed, readingAs, type Words } from "../../../flow/edit-flow.ts";
import { withRequest } from "../../../flow/edit-request.ts";
import type { SandboxSettings } from "../../../flow/transport.ts";
import { opaqueFlow } from "../../../grants/access-token/opaque.ts";
import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { pageClientFlow } from "../../../grants/authorization-code/page-client.ts";
import { API, AUTH } from "../../../grants/cast.ts";
import { keyClientFlow } from "../../../grants/client-credentials/key-client.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

const inWorld = (change: Partial<SandboxSettings>) => (flow: Flow) => ({
  ...flow,
  sandbox: { ...flow.sandbox, ...change },
});

const told = (flow: Flow, words: Words) => changed(flow, "api", (step) => ({ ...step, ...words }));

/** The flow whose call of the API may be answered that the API itself cannot go on. */
const orUnavailable = (flow: Flow) => changed(flow, "api", unavailable);

function unavailable(step: Step): Step {
  if (step.kind !== "exchange") throw new RangeError("The API is called by an exchange.");
  return {
    ...step,
    classify: (answer) => (answer.response?.status === 503 ? "unavailable" : step.classify(answer)),
    outcomes: { ...step.outcomes, unavailable: { label: "503 temporarily_unavailable" } },
  };
}

/** Without it the scope would decide, and the subject would not be looked at. */
const withoutScope = inWorld({ without: ["api.scope"] });

/** Tokens an API refuses although nobody touched them, and an API that cannot find out. */
export const apiWalks: readonly RefusalWalk[] = [
  refusal({
    check: "api.active",
    code: "temporarily_unavailable",
    title: "An API that cannot ask",
    story:
      "The API asks auth.example about every token. A new firewall keeps the two apart, so its question gets no answer.",
    step: "api",
    right: orUnavailable(opaqueFlow),
    wrong: (flow) =>
      told(inWorld({ apiCutOff: true })(flow), {
        why: "The script did everything right, and its token is good. The API cannot know that: between it and auth.example there is no way.",
      }),
  }),
  refusal({
    check: "api.signature",
    code: "temporarily_unavailable",
    title: "An API that cannot read the keys",
    story:
      "The API has just been started, and has to read the keys of auth.example first. A new firewall keeps the two apart.",
    step: "api",
    right: orUnavailable(pageClientFlow),
    wrong: (flow) =>
      told(inWorld({ apiCutOff: true })(flow), {
        why: "The script did everything right, and its token is good. The API cannot know that: without a key it verifies nothing.",
      }),
  }),
  refusal({
    check: "api.type",
    code: "invalid_token",
    title: "The ID token sent to the API",
    story:
      "Print got two tokens and takes the wrong one. Both are JWTs, signed by the same server with the same key.",
    step: "api",
    right: openIdConnectFlow,
    wrong: (flow) =>
      changed(flow, "api", (step) => ({
        ...readingAs(step, (name) => (name === "access_token" ? "id_token" : name)),
        title: "Print calls the API with the ID token",
        why: "The ID token tells Print who signed in. It says nothing of what may be done at an API, and its header does not say at+jwt.",
      })),
  }),
  refusal({
    check: "api.issuer",
    code: "invalid_token",
    title: "An issuer with a slash too many",
    story:
      "Whoever set up the API wrote the issuer as https://auth.example/. The tokens say https://auth.example, and issuers are compared character by character.",
    step: "api",
    right: pageClientFlow,
    wrong: (flow) =>
      told(inWorld({ trustedIssuer: `${AUTH}/` })(flow), {
        why: "The token is as it should be. The mistake is in the configuration of the API, and every token of every user meets it.",
      }),
  }),
  refusal({
    check: "api.claims",
    code: "invalid_token",
    title: "A token without a name of its own",
    story:
      "In this world auth.example errs: its access tokens have no jti. They are signed with its real key, so the signature is right.",
    step: "api",
    right: pageClientFlow,
    wrong: (flow) =>
      told(inWorld({ misissued: { access_token: { jti: null } } })(flow), {
        why: "The script cannot know what is in the token, and did everything right. A JWT without jti is no access token by RFC 9068.",
      }),
  }),
  refusal({
    check: "api.subject",
    code: "insufficient_scope",
    title: "A job that asks for somebody’s photos",
    story:
      "The job has a token of its own and wants photos, which belong to users. This API forgets to look at the scope (api.scope is left out), and still knows whose token it is.",
    step: "api",
    right: withoutScope(keyClientFlow),
    wrong: (flow) =>
      told(
        withRequest(flow, "api", (request) => ({ ...request, url: `${API}/photos` })),
        {
          title: "The job asks the API for photos",
          why: "Its token says that the subject is the client itself. Nobody’s photos belong to a job.",
          button: "send GET /photos",
        },
      ),
  }),
];
