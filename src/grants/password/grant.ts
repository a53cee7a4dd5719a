import { LEGACY_CLIENT } from "../cast.ts";
import type { Grant } from "../grant.ts";
import { passwordFlow } from "./flow.ts";

/** RFC 6749 §4.3, as it was used. RFC 9700 §2.4: it MUST NOT be used. OAuth 2.1 §10 leaves it out. */
export const password: Grant = {
  id: "password",
  title: "Resource owner password",
  summary:
    "The user gives the client her password, and the client trades it for a token. It must not be used any more, and is left out of OAuth 2.1.",
  variants: [
    {
      id: "legacy",
      title: "Old application",
      forWhom: "For nobody: it is here to show what the other grants are for.",
      client: { id: LEGACY_CLIENT.id, type: "confidential", answer: "nothing" },
      flow: passwordFlow,
    },
  ],
};
