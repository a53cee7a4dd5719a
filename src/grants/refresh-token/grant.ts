import { ALBUM_CLIENT, PAGE_CLIENT } from "../cast.ts";
import type { ClientFacts, Grant } from "../grant.ts";
import { confidentialFlow } from "./confidential.ts";
import { reuseFlow } from "./reuse.ts";
import { rotatingFlow } from "./rotating.ts";
import { tabsFlow } from "./tabs.ts";

const page: ClientFacts = { id: PAGE_CLIENT.id, type: "public", answer: "nothing" };

/** RFC 6749 §6, with what RFC 9700 §4.14 and RFC 10017 §6.3.2.3 ask for. */
export const refreshToken: Grant = {
  id: "refresh-token",
  title: "Refresh token",
  summary:
    "The client trades a long-lived token for a new access token when the old one has expired, without the user, and sends its request again.",
  variants: [
    {
      id: "rotating-public",
      title: "Public, rotating",
      forWhom: "For single-page, mobile and command-line apps: every use replaces the token.",
      client: page,
      flow: rotatingFlow,
    },
    {
      id: "confidential",
      title: "Confidential, kept",
      forWhom: "For services with a server of their own, to whose secret the token is bound.",
      client: { id: ALBUM_CLIENT.id, type: "confidential", answer: "nothing" },
      flow: confidentialFlow,
    },
    {
      id: "reuse-detected",
      title: "Reuse detected",
      forWhom: "For everyone who relies on rotation: what it notices, when, and what is left.",
      client: page,
      modelled: "Mallory’s script in the page, and the browser’s storage.",
      flow: reuseFlow,
    },
    {
      id: "two-tabs",
      title: "Two tabs",
      forWhom: "For pages that people open twice: how to refresh once.",
      client: page,
      modelled: "The two tabs, their lock and the storage they share.",
      flow: tabsFlow,
    },
  ],
};
