import { asUser } from "../../../flow/as-user.ts";
import type { ExchangeStep, Flow } from "../../../flow/define-flow.ts";
import { begun, changed, extended, reworded } from "../../../flow/edit-flow.ts";
import { MALLORY, QUIZ_CLIENT } from "../../../grants/cast.ts";
import { implicitFlow } from "../../../grants/implicit/flow.ts";
import { allowedTo, heldThen } from "../../../grants/steps/allowed.ts";
import { stringsOf } from "../../../grants/steps/classify.ts";
import { classifyTokens, tokenRefusals, tokenRequest } from "../../../grants/steps/tokens.ts";
import { pkceValues, values } from "../../../grants/steps/values.ts";
import { alteredOnTheWay, inFragment } from "./on-the-way.ts";

const { id, secret, callback } = QUIZ_CLIENT;

const redeem: ExchangeStep<"click", "quiz_code" | "quiz_verifier" | "quiz_token", "quiz" | "as"> = {
  kind: "exchange",
  title: "Quiz redeems the code that Alice’s consent gave it",
  from: "quiz",
  to: "as",
  channel: "back",
  stage: "redeem",
  spec: "RFC 6749 §4.1.3",
  why: "Alice has let Quiz see her photos, as an application like any other. Its token opens the same API that Print’s will.",
  chapter: "quiz",
  button: "send POST /token as Quiz",
  request: (read) =>
    tokenRequest({ method: "client_secret_post", id }, () => secret, {
      grant_type: "authorization_code",
      code: read("quiz_code"),
      redirect_uri: callback,
      code_verifier: read("quiz_verifier"),
    }),
  classify: classifyTokens,
  outcomes: {
    ok: {
      label: "200 access_token",
      next: "click",
      read: (answer) => ({ quiz_token: stringsOf(answer, ["access_token"]).access_token ?? "" }),
    },
    ...tokenRefusals,
  },
};

const known = { knownTo: ["attacker", "as"] };

/** The implicit grant as Mallory walks it, at a page that asks whom its token was issued to. */
const mallorysFlow: Flow = reworded(asUser(implicitFlow, MALLORY), {
  check: {
    why: "A careful script compares state and issuer with what it kept. This one also looks into the token for client_id, though RFC 6749 does not say that it can be read.",
  },
});

/** Mallory's sign-in at Print, while Quiz has a token for what is Alice's. */
export const quizFlow: Flow = begun(
  extended(
    {
      ...mallorysFlow,
      sandbox: { clientSite: "static", allowed: { ...allowedTo(id), redirectUri: callback } },
      given: {
        ...mallorysFlow.given,
        quiz_code: heldThen.code,
        quiz_verifier: heldThen.verifier,
      },
    },
    {
      parties: {
        quiz: {
          name: "Quiz",
          role: "attacker",
          what: "Another application that Alice uses. It belongs to Mallory.",
          host: "quiz.evil.example",
        },
      },
      places: [{ id: "attacker", title: "Quiz", what: "Mallory’s application" }],
      values: {
        quiz_code: { ...values.code, ...known },
        quiz_verifier: { ...pkceValues.verifier, ...known },
        quiz_token: { ...values.access_token, title: "Quiz’s token" },
      },
      steps: { quiz: redeem },
    },
  ),
  "quiz",
  { id: "quiz", title: "Quiz gets a token of its own" },
);

/** The flow in which Mallory puts Quiz's token in place of the one that came: Print would take Mallory for Alice (RFC 6749 §10.16). */
export function swapped(flow: Flow): Flow {
  const altered = alteredOnTheWay(
    flow,
    inFragment("access_token", (read) => read("quiz_token")),
  );
  return changed(altered, "callback", (step) => ({
    ...step,
    title: "Mallory opens Print’s page, with Quiz’s token in the address",
    why: "Whoever sits at a browser can type an address. State and issuer are those of Mallory’s own sign-in; the token was issued to Quiz, for Alice’s photos.",
  }));
}
