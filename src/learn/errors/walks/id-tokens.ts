import type { Flow } from "../../../flow/define-flow.ts";
import { changed } from "../../../flow/edit-flow.ts";
import { withRequest } from "../../../flow/edit-request.ts";
import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { AUTH, OPENID_CLIENT, QUIZ_CLIENT } from "../../../grants/cast.ts";
import { askingWith } from "../../../grants/steps/authorize-address.ts";
import { CLIENT } from "../answers.ts";
import { afterBobFlow, mixedUp } from "./other-user.ts";
import { overwritten } from "./other-tab.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

const own = { code: CLIENT, step: "validate" } as const;

/** The flow whose authorization server writes a claim of its ID tokens otherwise, and signs it with its real key. */
const misissued = (claim: string, value: string) => (flow: Flow) => ({
  ...changed(flow, "redeem", (step) => ({ ...step, why: ERRS })),
  sandbox: { ...flow.sandbox, misissued: { id_token: { [claim]: value } } },
});

const ERRS =
  "In this world auth.example errs, as no server should: one claim of its ID token is wrong. It is signed with the server’s real key.";

/** The flow whose client asks for no sign-in. */
export const withoutOpenId = (flow: Flow) =>
  askingWith(flow, (address) => {
    const asked = new URL(address);
    const scope = asked.searchParams.get("scope") ?? "";
    const others = scope.split(" ").filter((one) => !SIGN_IN.includes(one));
    asked.searchParams.set("scope", others.join(" "));
    return asked.href;
  });

const SIGN_IN = ["openid", "profile", "email"];

/** ID tokens a client refuses, and claims it does not use (OpenID Connect Core §3.1.3.7, §5.3.2). */
export const idTokenWalks: readonly RefusalWalk[] = [
  refusal({
    ...own,
    check: "client.id-token-present",
    title: "A sign-in nobody asked for",
    story:
      "Print asks for the photos alone and forgets openid. So it gets an access token, and nothing that says who signed in.",
    right: openIdConnectFlow,
    wrong: withoutOpenId,
  }),
  refusal({
    ...own,
    check: "client.id-token-signature",
    title: "Keys read from the wrong address",
    story:
      "Print was set up with the address of the configuration where the one of the keys belongs. What it reads there has no keys in it.",
    right: openIdConnectFlow,
    wrong: (flow) =>
      withRequest(flow, "keys", (request) => ({
        ...request,
        url: `${AUTH}/.well-known/openid-configuration`,
      })),
  }),
  refusal({
    ...own,
    check: "client.id-token-iss",
    title: "An ID token of a neighbour",
    story:
      "A provider signs for many customers with one key, and mixes up two of them: the ID token names a neighbour of auth.example as its issuer.",
    right: openIdConnectFlow,
    wrong: misissued("iss", `${AUTH}/neighbour`),
  }),
  refusal({
    ...own,
    check: "client.id-token-aud",
    title: "An ID token for another client",
    story:
      "In this world auth.example mixes up two clients: the ID token it gives Print is for Quiz. The user may be the right one; who is told so is not.",
    right: openIdConnectFlow,
    wrong: misissued("aud", QUIZ_CLIENT.id),
  }),
  refusal({
    ...own,
    check: "client.id-token-azp",
    title: "An ID token that was issued to another client",
    story:
      "In this world auth.example writes into the ID token that it was issued to Quiz. The audience is right, and the two do not go together.",
    right: {
      ...openIdConnectFlow,
      sandbox: {
        ...openIdConnectFlow.sandbox,
        misissued: { id_token: { azp: OPENID_CLIENT.id } },
      },
    },
    wrong: misissued("azp", QUIZ_CLIENT.id),
  }),
  refusal({
    ...own,
    check: "client.id-token-nonce",
    title: "Two tabs, and one place for the nonce",
    story:
      "Print keeps one nonce for each browser. Alice begins in a second tab, and comes back from the first.",
    right: openIdConnectFlow,
    wrong: (flow) => overwritten(flow, "nonce"),
  }),
  refusal({
    ...own,
    check: "client.id-token-at-hash",
    title: "The access token of somebody else",
    story:
      "Print keeps the tokens of all users in one place, and Bob’s access token lies beside Alice’s ID token when it looks.",
    right: afterBobFlow,
    wrong: (flow) =>
      mixedUp(flow, "validate", {
        title: "Print validates the ID token, with Bob’s access token beside it",
      }),
  }),
  refusal({
    ...own,
    check: "client.userinfo-sub",
    title: "Claims about somebody else",
    story:
      "Print keeps the access tokens of all users in one place, and asks for Alice’s name with Bob’s token. The answer is true, and about Bob.",
    step: "match",
    right: afterBobFlow,
    wrong: (flow) =>
      mixedUp(flow, "userinfo", { title: "Print asks for Alice’s name with Bob’s token" }),
  }),
];
