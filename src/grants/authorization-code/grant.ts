import { CLASSIC_CLIENT, PAGE_CLIENT, SERVER_CLIENT } from "../cast.ts";
import type { Grant } from "../grant.ts";
import { pageClientFlow } from "./page-client.ts";
import { serverClientFlow } from "./server-client.ts";

/** RFC 6749 §4.1, as it was, as RFC 9700 §2.1.1 recommends it, and for a client that can keep no secret. */
export const authorizationCode: Grant = {
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "The user allows an app at the authorization server; the app gets a short-lived code through the browser and trades it for tokens.",
  variants: [
    {
      id: "classic",
      title: "Classic",
      forWhom: "How web applications with a server did it before PKCE: a client secret alone.",
      client: { id: CLASSIC_CLIENT.id, type: "confidential", answer: "code" },
      flow: serverClientFlow({
        auth: { method: "client_secret_post", id: CLASSIC_CLIENT.id },
        secret: CLASSIC_CLIENT.secret,
        pkce: false,
        summary:
          "A web application gets a code through the browser and trades it, with its secret, for a token the browser never sees.",
      }),
    },
    {
      id: "secret-pkce",
      title: "Secret + PKCE",
      forWhom: "What RFC 9700 recommends to every web application with a server today.",
      client: { id: SERVER_CLIENT.id, type: "confidential", answer: "code" },
      flow: serverClientFlow({
        auth: { method: "client_secret_basic", id: SERVER_CLIENT.id },
        secret: SERVER_CLIENT.secret,
        pkce: true,
        summary:
          "The secret says which client it is; the verifier says that it is the one that asked. Neither replaces the other.",
      }),
    },
    {
      id: "public-pkce",
      title: "Public + PKCE",
      forWhom: "For clients that can keep no secret: single-page, mobile and command-line apps.",
      client: { id: PAGE_CLIENT.id, type: "public", answer: "code" },
      flow: pageClientFlow,
    },
  ],
};
