import type { ExchangeStep, Flow } from "../../../flow/define-flow.ts";
import { begun, changed, extended, readingAs, type Words } from "../../../flow/edit-flow.ts";
import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { BOB, OPENID_CLIENT, SCOPE } from "../../../grants/cast.ts";
import { allowedTo, heldThen, redeemRequest } from "../../../grants/steps/allowed.ts";
import { stringsOf } from "../../../grants/steps/classify.ts";
import { classifyTokens, tokenRefusals } from "../../../grants/steps/tokens.ts";
import { pkceValues, values } from "../../../grants/steps/values.ts";

const auth = { method: "client_secret_basic", id: OPENID_CLIENT.id } as const;

type Read = "code" | "verifier" | "client_secret" | "bobs_token";

const redeem: ExchangeStep<"click", Read, "client" | "as"> = {
  kind: "exchange",
  title: "Print redeems the code that Bob’s consent gave",
  from: "client",
  to: "as",
  channel: "back",
  stage: "redeem",
  spec: "RFC 6749 §4.1.3",
  why: "Bob has signed in at Print a moment ago. His token belongs to his session, and to no other.",
  chapter: "bob",
  button: "send POST /token for Bob",
  request: (read) => redeemRequest(auth, read, () => read("client_secret")),
  classify: classifyTokens,
  outcomes: {
    ok: {
      label: "200 access_token",
      next: "click",
      read: (answer) => ({ bobs_token: stringsOf(answer, ["access_token"]).access_token ?? "" }),
    },
    ...tokenRefusals,
  },
};

const OF_BOB: Readonly<Record<string, string>> = {
  code: "bobs_code",
  verifier: "bobs_verifier",
  access_token: "bobs_token",
};

const ofBob = (name: string) => OF_BOB[name] ?? name;
const known = { knownTo: ["client", "as"] };

/** The sign-in of Alice at a client that holds a token of Bob’s as well. */
export const afterBobFlow: Flow = begun(
  extended(
    {
      ...openIdConnectFlow,
      sandbox: {
        ...openIdConnectFlow.sandbox,
        allowed: {
          ...allowedTo(OPENID_CLIENT.id, `openid profile email ${SCOPE}`),
          subject: BOB.username,
        },
      },
      given: {
        ...openIdConnectFlow.given,
        bobs_code: heldThen.code,
        bobs_verifier: heldThen.verifier,
      },
    },
    {
      values: {
        bobs_code: { ...values.code, what: "Stands for Bob’s consent", ...known },
        bobs_verifier: { ...pkceValues.verifier, ...known },
        bobs_token: { ...values.access_token, title: "Bob’s token" },
      },
      steps: { bob: readingAs(redeem, ofBob) },
    },
  ),
  "bob",
  { id: "bob", title: "Print gets a token of Bob’s" },
);

/** The flow with a step in which the client takes Bob’s token for Alice’s. */
export function mixedUp(flow: Flow, id: string, words: Words): Flow {
  return changed(flow, id, (step) => ({ ...readingAs(step, ofBob), ...words }));
}
