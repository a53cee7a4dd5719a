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
        "For nobody who begins today: code + PKCE does the same, and shows no token to the address bar.",
      client: { id: IMPLICIT_CLIENT.id, type: "public", answer: "token" },
      flow: implicitFlow,
    },
  ],
};
