import type { Flow } from "../../../flow/define-flow.ts";
import { withRequest } from "../../../flow/edit-request.ts";
import { CALLBACK, PRINT } from "../../../grants/cast.ts";
import { FORM } from "../../../oauth/wire.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";
import { type Metadata, registeredAs, registrationFlow } from "./registering.ts";

interface Facts extends Pick<RefusalWalk, "check" | "title" | "story"> {
  readonly code?: RefusalWalk["code"];
  readonly right?: Flow;
  wrong(flow: Flow): Flow;
}

const misregistered = (facts: Facts): RefusalWalk =>
  refusal({
    code: "invalid_client_metadata",
    step: "register",
    right: registrationFlow(),
    ...facts,
  });

const saying = (change: Metadata) => (flow: Flow) => registeredAs(flow, change);

/** A point of P-256, of no client in particular. */
const KEY = {
  kty: "EC",
  crv: "P-256",
  x: "P_ubUMP8R7DKf_33tJTqwp7-UhzNpj5xh5ZTtFIcAYU",
  y: "xGWCVHv7gfFfFNqKN2d7jMLHqEyegP6UnPCJHXSqrQc",
};

const withKey = (key: Metadata) => ({
  token_endpoint_auth_method: "private_key_jwt",
  jwks: { keys: [key] },
});

/** Registrations that are refused (RFC 7591 §3.2.2). */
export const registrationWalks: readonly RefusalWalk[] = [
  misregistered({
    check: "register.well-formed",
    title: "A registration sent as a form",
    story:
      "Print’s code sends every request of OAuth as a form. The registration is the one that has to be JSON.",
    wrong: (flow) =>
      withRequest(flow, "register", (request) => ({
        ...request,
        headers: [
          ["Content-Type", FORM],
          ["Accept", "application/json"],
        ],
        body: new URLSearchParams({ client_name: "Print", redirect_uris: CALLBACK }).toString(),
      })),
  }),
  misregistered({
    check: "register.metadata",
    title: "One redirect URI in place of a list",
    story:
      "Print has one redirect URI and sends it as a string. redirect_uris is a list, also of one.",
    wrong: saying({ redirect_uris: CALLBACK }),
  }),
  misregistered({
    check: "register.redirect-uris",
    code: "invalid_redirect_uri",
    title: "A redirect URI without TLS",
    story:
      "Print’s server stands behind a proxy and believes that its own addresses begin with http. A code sent there could be read on the way.",
    wrong: saying({ redirect_uris: [CALLBACK.replace("https:", "http:")] }),
  }),
  misregistered({
    check: "register.supported",
    title: "A scope the server does not know",
    story: "Print wants to delete photos after it printed them. auth.example has no such scope.",
    wrong: saying({ scope: "photos.read photos.delete" }),
  }),
  misregistered({
    check: "register.consistent",
    title: "A response type without its grant type",
    story:
      "Print wants refresh tokens and names that grant type alone. Its response type is code, and no grant type is left to redeem one by.",
    wrong: saying({ grant_types: ["refresh_token"] }),
  }),
  misregistered({
    check: "register.credentials",
    title: "A client that signs, without a key",
    story:
      "Print will sign assertions, and says where its public keys can be read. This server reads no keys elsewhere: it wants them in the registration.",
    right: registrationFlow({
      redirect_uris: [CALLBACK],
      ...withKey(KEY),
    }),
    wrong: saying({ jwks: undefined, jwks_uri: `${PRINT}/jwks` }),
  }),
  misregistered({
    check: "register.keys",
    title: "A key that is none",
    story:
      "Print sends its public key, whose coordinates were swapped on export. They are a point no longer.",
    right: registrationFlow({
      redirect_uris: [CALLBACK],
      ...withKey(KEY),
    }),
    wrong: saying(withKey({ ...KEY, x: KEY.y, y: KEY.x })),
  }),
];
