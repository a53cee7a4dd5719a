import { CLASSIC_CLIENT } from "../cast.ts";
import type { Grant } from "../grant.ts";
import { bffFlow } from "./bff/flow.ts";
import { mediatingFlow } from "./mediating/flow.ts";
import { nativeAppFlow } from "./native/flow.ts";
import { openIdConnectFlow } from "./openid/flow.ts";
import { pageClientFlow } from "./page-client.ts";
import { secretPkceFlow } from "./secret-pkce.ts";
import { serverClientFlow } from "./server-client.ts";
import { authorizationCodeFacts, variantFacts } from "./variants.ts";

const classicFlow = serverClientFlow({
  auth: { method: "client_secret_post", id: CLASSIC_CLIENT.id },
  secret: CLASSIC_CLIENT.secret,
  pkce: false,
  summary:
    "A web application gets a code through the browser and trades it, with its secret, for a token the browser never sees.",
});

/** RFC 6749 §4.1, as it was, as RFC 9700 §2.1.1 recommends it, and for a client that can keep no secret. */
export const authorizationCode: Grant = {
  ...authorizationCodeFacts,
  variants: [
    { ...variantFacts.classic, flow: classicFlow },
    { ...variantFacts["secret-pkce"], flow: secretPkceFlow },
    { ...variantFacts["public-pkce"], flow: pageClientFlow },
    { ...variantFacts["openid-connect"], flow: openIdConnectFlow, sample: "openid-connect" },
    { ...variantFacts["native-app"], flow: nativeAppFlow },
    { ...variantFacts.bff, flow: bffFlow, sample: "browser-apps" },
    {
      ...variantFacts["token-mediating"],
      flow: mediatingFlow,
      sample: "browser-apps",
      notAsSample: ["api"],
    },
  ],
};
