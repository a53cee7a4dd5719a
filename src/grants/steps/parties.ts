import type { Party, Place } from "../../flow/define-flow.ts";

/** The parties that walks share; a walk names those it has, in the order of its diagram. */
export const parties = {
  user: {
    name: "Alice",
    role: "user",
    what: "The resource owner, whose photos are at api.example.",
  },
  browser: {
    name: "Browser",
    role: "browser",
    what: "Carries messages between sites by following links and redirects. Everyone who can look at it can read its address bar.",
  },
  page: {
    name: "Page script",
    role: "page",
    what: "The client itself: a script of print.example, running in the browser.",
    host: "print.example",
  },
  client: {
    name: "print.example",
    role: "client",
    what: "The client: a web application with a server of its own, which wants to print the photos.",
    host: "print.example",
  },
  host: {
    name: "print.example",
    role: "client",
    what: "The client’s site, which here only serves files. The client is the script in the page.",
    host: "print.example",
  },
  as: {
    name: "auth.example",
    role: "authorization-server",
    what: "The authorization server: signs people in, asks them, and issues tokens.",
    host: "auth.example",
  },
  api: {
    name: "api.example",
    role: "resource-server",
    what: "The resource server: a photo API that accepts access tokens.",
    host: "api.example",
  },
} satisfies Record<string, Party>;

/** Where a value can come to be known. */
export const places = {
  user: { id: "user", title: "User", what: "Alice" },
  page: { id: "page", title: "Page script", what: "any script that runs on print.example’s pages" },
  address: {
    id: "address",
    title: "Address and history",
    what: "the addresses the browser went through: its address bar, its history, and whatever watches them",
  },
  client: { id: "client", title: "Client’s server", what: "print.example’s server" },
  as: { id: "as", title: "Authorization server", what: "auth.example" },
  api: { id: "api", title: "API", what: "api.example" },
} satisfies Record<string, Place>;
