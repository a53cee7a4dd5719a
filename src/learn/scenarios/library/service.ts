import { keyServiceProfile } from "../profiles/server.ts";
import type { Scenario } from "../scenario.ts";

/** A job with no user near. */
export const serviceToService: Scenario = {
  id: "service-to-service",
  title: "Service to service",
  summary:
    "A job on a server calls an API for itself: one request, signed with its key, gets the token.",
  about: [
    "Nobody is there to be asked, and nothing is redirected. The job signs a short-lived JWT with its private key, sends it to the token endpoint, and calls the API with what comes back (RFC 7523 §2.2, RFC 6749 §4.4).",
    "The token speaks for the job alone. Where a service acts for a person, she has to allow it: then it is a web application with a refresh token. Give each service a client of its own, so that each can be stopped alone.",
  ],
  walks: [
    {
      grant: "client-credentials",
      variant: "private-key-jwt",
      what: "the signed request and the API call",
    },
    { grant: "client-credentials", variant: "basic", what: "the same with a secret in the header" },
    {
      grant: "access-token",
      variant: "opaque",
      what: "an API that asks about each token, so that revocation works at once",
    },
  ],
  profile: keyServiceProfile,
  threats: [
    { row: "stolen-token/thief", why: "A token in a proxy or a dump opens what the job may do." },
    {
      row: "stolen-token/log",
      why: "Services log requests, headers included. This is why tokens are short-lived.",
    },
    {
      row: "stolen-token/counterfeit-api",
      why: "A wrong address in a configuration, and the token is somewhere else.",
    },
  ],
  review: [
    {
      check:
        "The private key is made where it is used, or in a key store, and is in no image and no repository.",
      spec: "RFC 9700 §2.5",
    },
    {
      check: "Assertions live for minutes, and each has a `jti` of its own, used once.",
      spec: "OpenID Connect Core §9",
    },
    {
      check: "`aud` of the assertion is this authorization server’s issuer, and nothing else.",
      spec: "RFC 7523bis §4",
    },
    {
      check: "Keys can be changed without a break: two in the key set for a while.",
      spec: "RFC 7591 §2",
    },
    {
      check: "The token is kept until shortly before it ends, and asked for again on 401, once.",
      spec: "RFC 6750 §3.1",
    },
    { check: "A subject of this kind cannot be confused with a user’s.", spec: "RFC 9700 §4.15" },
    { check: "No refresh token is issued.", spec: "RFC 6749 §4.4.3" },
  ],
};
