import { OPAQUE_CLIENT, PAGE_CLIENT, SERVER_CLIENT } from "../cast.ts";
import type { ClientFacts, Grant } from "../grant.ts";
import { browserFlow } from "./browser.ts";
import { cookieFlow } from "./cookie.ts";
import { headerFlow } from "./header.ts";
import { opaqueFlow } from "./opaque.ts";
import { refusalsFlow } from "./refusals.ts";
import { workerFlow } from "./worker.ts";

const page: ClientFacts = { id: PAGE_CLIENT.id, type: "public", answer: "nothing" };

/** RFC 6750 and RFC 9068: what a token is for, once a client has it. No grant, but what every grant ends in. */
export const accessToken: Grant = {
  id: "access-token",
  title: "Access token",
  summary:
    "What every grant ends in: the client shows a token to the API. How it is sent, why it is refused, and where a browser keeps it.",
  variants: [
    {
      id: "header",
      title: "In the header",
      forWhom: "For everyone who calls an API: where the token goes, and where it does not.",
      client: page,
      flow: headerFlow,
    },
    {
      id: "refusals",
      title: "Refusals",
      forWhom: "For everyone who has to handle 401 and 403: which is which, and what to do.",
      client: page,
      flow: refusalsFlow,
    },
    {
      id: "opaque",
      title: "Opaque",
      forWhom: "For APIs that must know at once when a token was revoked: they ask.",
      client: { ...page, id: OPAQUE_CLIENT.id },
      flow: opaqueFlow,
    },
    {
      id: "in-the-browser",
      title: "Kept in the page",
      forWhom: "For pages without a server: memory, sessionStorage or localStorage.",
      client: page,
      modelled: "The other script, and the browser’s storage.",
      flow: browserFlow,
    },
    {
      id: "in-a-worker",
      title: "Kept in a worker",
      forWhom: "For pages without a server that want no script of the page to see the token.",
      client: page,
      modelled: "The worker, its messages and the other script.",
      flow: workerFlow,
    },
    {
      id: "behind-a-cookie",
      title: "Behind a cookie",
      forWhom: "For pages with a server: it holds the token, the browser a session.",
      client: { id: SERVER_CLIENT.id, type: "confidential", answer: "nothing" },
      modelled: "The other script, and the browser’s cookies.",
      flow: cookieFlow,
    },
  ],
};
