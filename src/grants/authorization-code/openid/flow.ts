import { defineFlow, type ExchangeStep, type Flow } from "../../../flow/define-flow.ts";
import { randomToken } from "../../../oauth/random.ts";
import { ALICE, AUTH, OPENID_CLIENT, SCOPE } from "../../cast.ts";
import { resourceAnswer, stringsOf } from "../../steps/classify.ts";
import { htmlAnswer, redirectAnswer, signedInPage } from "../../steps/client-pages.ts";
import { parties, places } from "../../steps/parties.ts";
import { chapters, pkceValues, secretValue, values } from "../../steps/values.ts";
import { authorizationUrl, prepare } from "../request.ts";
import { serverSteps } from "../server-steps.ts";
import { matchClaims, validateIdToken } from "./id-token.ts";
import { openIdValues } from "./values.ts";

const auth = { method: "client_secret_basic", id: OPENID_CLIENT.id } as const;
const steps = serverSteps({ auth, pkce: true });

/** What is asked for besides the photos: to know who is there (OpenID Connect Core §3.1.2.1, §5.4). */
const ASKED = `openid profile email ${SCOPE}`;

const keys = {
  kind: "exchange",
  title: "Print fetches the authorization server’s keys",
  from: "client",
  to: "as",
  channel: "back",
  stage: "redeem",
  spec: "OpenID Connect Core §10.1.1",
  why: "The public halves, which anyone may have. A real client keeps them, and fetches again when it meets a key id it does not know.",
  chapter: "redeem",
  button: "send GET /jwks",
  request: () => ({
    method: "GET",
    url: `${AUTH}/jwks`,
    headers: [["Accept", "application/json"]],
  }),
  classify: (answer) => (answer.response?.status === 200 ? "ok" : "refused"),
  outcomes: {
    ok: {
      label: "200 keys",
      next: "validate",
      read: (answer) => ({ jwks: answer.response?.body ?? "" }),
    },
    refused: { label: "refused" },
  },
} satisfies ExchangeStep<"validate", "jwks", "client" | "as">;

const userInfo = {
  kind: "exchange",
  title: "Print asks for Alice’s name",
  from: "client",
  to: "as",
  channel: "back",
  stage: "use",
  spec: "OpenID Connect Core §5.3.1",
  why: "The ID token says who it was, by an identifier. Name and address come from the UserInfo endpoint, an API of the authorization server’s own.",
  chapter: "use",
  button: "send GET /userinfo",
  request: (read) => ({
    method: "GET",
    url: `${AUTH}/userinfo`,
    headers: [
      ["Authorization", `Bearer ${read("access_token")}`],
      ["Accept", "application/json"],
    ],
  }),
  classify: (answer) => {
    const outcome = resourceAnswer(answer);
    return outcome === "insufficient_scope" ? "refused" : outcome;
  },
  outcomes: {
    ok: {
      label: "200 claims",
      next: "match",
      read: (answer) => ({ claims: answer.response?.body ?? "" }),
    },
    invalid_token: { label: "401 invalid_token" },
    refused: { label: "refused" },
  },
} satisfies ExchangeStep<"match", "access_token" | "claims", "client" | "as">;

/** The grant with OpenID Connect on top: access to the photos, and a sign-in (OpenID Connect Core §3.1). */
export const openIdConnectFlow: Flow = defineFlow({
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "The same messages with openid in the scope. The answer then has an ID token, which says who signed in, when, and that it is Print who is told.",
  sandbox: { clientSite: "server" },
  parties: {
    user: parties.user,
    browser: parties.browser,
    client: parties.client,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.address, places.client, places.as, places.api],
  values: { ...values, ...pkceValues, client_secret: secretValue, ...openIdValues },
  chapters,
  given: {
    username: ALICE.username,
    password: ALICE.password,
    client_secret: OPENID_CLIENT.secret,
  },
  start: "click",
  steps: {
    click: {
      ...steps.click,
      spec: "OpenID Connect Core §3.1.1",
      why: "Print wants Alice’s photos, and to know that it is Alice who came. The first is OAuth; the second is what OpenID Connect adds.",
    },
    prepare: {
      ...steps.prepare,
      title: "Print makes a state, a nonce, a verifier and its challenge",
      spec: "OpenID Connect Core §15.5.2",
      why: "State ties the answer to this browser, the verifier ties the code to this client, and the nonce will tie the ID token to this request.",
      button: "make state, nonce and verifier",
      run: async () => ({
        outcome: "made",
        values: { session: randomToken(), nonce: randomToken(), ...(await prepare(true)) },
      }),
    },
    redirect: {
      ...steps.redirect,
      spec: "OpenID Connect Core §3.1.2.1",
      why: "The scope openid makes this a request for a sign-in; profile and email ask for what goes with it. The rest is the request that OAuth has.",
      response: (read, leftOut) =>
        redirectAnswer(
          authorizationUrl({ ...auth, scope: ASKED, nonce: read("nonce") }, read),
          read("session"),
          leftOut,
        ),
    },
    authorize: steps.authorize,
    login_page: steps.login_page,
    sign_in: steps.sign_in,
    consent_page: steps.consent_page,
    consent: steps.consent,
    callback: steps.callback,
    check: steps.check,
    redeem: {
      ...steps.redeem,
      spec: "OpenID Connect Core §3.1.3.1",
      outcomes: {
        ...steps.redeem.outcomes,
        ok: {
          label: "200 access_token, id_token",
          next: "keys",
          read: (answer) => stringsOf(answer, ["access_token", "id_token"]),
        },
      },
    },
    keys,
    validate: {
      kind: "local",
      title: "Print validates the ID token",
      from: "client",
      to: "client",
      channel: "local",
      stage: "redeem",
      spec: "OpenID Connect Core §3.1.3.7",
      why: "An access token is for the API, and says nothing to Print. This one is for Print: only after these checks does it know that Alice signed in, just now, for this request.",
      chapter: "redeem",
      button: "validate the ID token",
      run: (read, { leftOut, now }) =>
        validateIdToken(
          {
            idToken: read.maybe("id_token"),
            jwks: read("jwks"),
            issuer: AUTH,
            clientId: auth.id,
            nonce: read("nonce"),
            accessToken: read("access_token"),
            now,
          },
          leftOut,
        ),
      outcomes: {
        ok: { label: "all checks passed", next: "userinfo" },
        refused: { label: "not a proof of this sign-in", next: "reject" },
      },
    },
    userinfo: userInfo,
    match: {
      kind: "local",
      title: "Print compares the claims with the ID token",
      from: "client",
      to: "client",
      channel: "local",
      stage: "use",
      spec: "OpenID Connect Core §5.3.2",
      why: "The claims are about whoever the access token stands for. They are Alice’s only if the subject is the one that signed in.",
      chapter: "use",
      button: "compare the subjects",
      run: (read, { leftOut }) => matchClaims(read("subject"), read("claims"), leftOut),
      outcomes: {
        ok: { label: "the same subject", next: "signed_in" },
        refused: { label: "another subject", next: "reject" },
      },
    },
    signed_in: {
      ...steps.signed_in,
      title: "Print signs Alice in and sends the browser on",
      spec: "OpenID Connect Core §3.1",
      why: "Print’s own session is Alice’s from here on, by issuer and subject. How long it lasts is Print’s affair; the ID token has done its work.",
      instead: [],
    },
    photos: steps.photos,
    api: { ...steps.api, instead: [] },
    show: {
      ...steps.show,
      why: "Print has the photos by the access token, and knows whose visit this is by the ID token. Neither could have done the other’s work.",
      response: (read) => htmlAnswer(200, signedInPage(read("photos"), read("claims"))),
    },
    reject: steps.reject,
  },
});
