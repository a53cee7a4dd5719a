import { NIGHTLY_CLIENT, NIGHTLY_KEY_CLIENT, NIGHTLY_POST_CLIENT } from "../cast.ts";
import type { Grant } from "../grant.ts";
import { keyClientFlow } from "./key-client.ts";
import { secretClientFlow } from "./secret-client.ts";

/** RFC 6749 §4.4, with a secret in the header or the body, and with a key that signs (RFC 7523). */
export const clientCredentials: Grant = {
  id: "client-credentials",
  title: "Client credentials",
  summary:
    "A program asks for itself, with no user near: it proves who it is and gets a token for what is its own.",
  variants: [
    {
      id: "basic",
      title: "Secret in the header",
      forWhom:
        "For programs on a server that can keep a secret. Every authorization server knows this.",
      client: { id: NIGHTLY_CLIENT.id, type: "confidential", answer: "nothing" },
      flow: secretClientFlow({
        auth: { method: "client_secret_basic", id: NIGHTLY_CLIENT.id },
        secret: NIGHTLY_CLIENT.secret,
        where: "Id and secret stand in the Authorization header, as HTTP Basic.",
        summary:
          "One request with id and secret gets an access token; when it expires, the same request gets another.",
      }),
    },
    {
      id: "post",
      title: "Secret in the body",
      forWhom: "For programs whose authorization server takes the secret in the body only.",
      client: { id: NIGHTLY_POST_CLIENT.id, type: "confidential", answer: "nothing" },
      flow: secretClientFlow({
        auth: { method: "client_secret_post", id: NIGHTLY_POST_CLIENT.id },
        secret: NIGHTLY_POST_CLIENT.secret,
        where: "Id and secret stand in the body, where logs of requests are likelier to keep them.",
        summary:
          "The same with the secret among the parameters of the request. It protects as much and as little.",
      }),
    },
    {
      id: "private-key-jwt",
      title: "Signed with a key",
      forWhom:
        "For programs that should have no secret to lose on the way: what RFC 9700 recommends for client authentication.",
      client: { id: NIGHTLY_KEY_CLIENT.id, type: "confidential", answer: "nothing" },
      flow: keyClientFlow,
    },
  ],
};
