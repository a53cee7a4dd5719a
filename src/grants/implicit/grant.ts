import { IMPLICIT_CLIENT } from "../cast.ts";
import type { Grant } from "../grant.ts";
import { implicitFlow } from "./flow.ts";

/** RFC 6749 §4.2, as it was used. RFC 9700 §2.1.2 advises against it, OAuth 2.1 §10.1 leaves it out. */
export const implicit: Grant = {
  id: "implicit",
  title: "Implicit",
  summary:
    "The access token itself comes back through the browser, in the fragment of the redirect. No longer recommended, and left out of OAuth 2.1.",
  variants: [
    {
      id: "page",
      title: "Single-page app",
      forWhom:
        "Nobody who begins today: code + PKCE does the same, and shows no token to the address bar.",
      client: { id: IMPLICIT_CLIENT.id, type: "public", answer: "token" },
      advice: {
        rfc6749: "Defined, and optimized for public clients (§4.2).",
        rfc9700:
          "SHOULD NOT be used, unless token injection is prevented and the leaks are mitigated (§2.1.2).",
        oauth21: "Left out; response_type=token is no longer defined (§10.1).",
        useWhen: "Never for something new. Only while an old client is moved to code + PKCE.",
        dontUseWhen:
          "The client can send one request to the token endpoint, as every browser can today.",
      },
      flow: implicitFlow,
    },
  ],
};
