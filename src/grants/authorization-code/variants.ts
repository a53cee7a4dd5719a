import {
  BFF_CLIENT,
  CLASSIC_CLIENT,
  MEDIATING_CLIENT,
  NATIVE_CLIENT,
  OPENID_CLIENT,
  PAGE_CLIENT,
  SERVER_CLIENT,
} from "../cast.ts";
import type { VariantFacts } from "../grant.ts";

/** The grant and its variants without their flows, for pages that only name them. */
export const authorizationCodeFacts = {
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "The user allows an app at the authorization server; the app gets a short-lived code through the browser and trades it for tokens.",
};

/** By id, in the order of the catalogue. */
export const variantFacts = {
  classic: {
    id: "classic",
    title: "Classic",
    forWhom: "For web applications with a server, as it was before PKCE: a client secret alone.",
    client: { id: CLASSIC_CLIENT.id, type: "confidential", answer: "code" },
  },
  "secret-pkce": {
    id: "secret-pkce",
    title: "Secret + PKCE",
    forWhom: "For every web application with a server today: what RFC 9700 recommends.",
    client: { id: SERVER_CLIENT.id, type: "confidential", answer: "code" },
  },
  "public-pkce": {
    id: "public-pkce",
    title: "Public + PKCE",
    forWhom: "For clients that can keep no secret: single-page, mobile and command-line apps.",
    client: { id: PAGE_CLIENT.id, type: "public", answer: "code" },
  },
  "openid-connect": {
    id: "openid-connect",
    title: "OpenID Connect",
    forWhom: "For web applications that also want to know who their user is: signing in.",
    client: { id: OPENID_CLIENT.id, type: "confidential", answer: "code" },
  },
  "native-app": {
    id: "native-app",
    title: "Native app",
    forWhom: "For apps on a computer or a phone, which open the browser of the system.",
    client: { id: NATIVE_CLIENT.id, type: "public", answer: "code" },
    modelled:
      "The app and its window, the browser, and how the device hands an address to the app. What the app sends is really sent.",
  },
  bff: {
    id: "bff",
    title: "BFF",
    forWhom: "For single-page applications whose page must never hold a token: a server does.",
    client: { id: BFF_CLIENT.id, type: "confidential", answer: "code" },
    modelled:
      "The browser’s cookies, which sites it sends them to, and what the page’s script asks its own server. What that server sends to the others is really sent.",
  },
  "token-mediating": {
    id: "token-mediating",
    title: "Token-mediating backend",
    forWhom: "For single-page applications that must call the API themselves, and have a server.",
    client: { id: MEDIATING_CLIENT.id, type: "confidential", answer: "code" },
    modelled:
      "The browser’s cookies, which sites it sends them to, and what the page’s script asks its own server. What that server sends, and what the page sends to the API, is really sent.",
  },
} satisfies Record<string, VariantFacts>;
