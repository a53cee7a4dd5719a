import { scopeOf } from "../../../authorization-server/checks/authorize.ts";
import { clientChecks, type ClientFacts } from "../../../authorization-server/checks/client.ts";
import { isOpenId } from "../../../authorization-server/openid/scopes.ts";
import type { ServerContext, TokenRefusal } from "../../../authorization-server/ports.ts";
import type { Check } from "../../../oauth/checks.ts";
import { DEVICE_CODE } from "../../cast.ts";

/** What is known of a device authorization request. */
export interface RequestFacts extends ClientFacts {
  readonly server: ServerContext;
}

/** What a device authorization request has to pass (RFC 8628 §3.1); errors are those of the token endpoint (§3.2). */
export const requestChecks: readonly Check<RequestFacts, TokenRefusal>[] = [
  ...clientChecks,
  {
    id: "device.grant-allowed",
    title: "The client may use the device grant",
    spec: "RFC 6749 §5.2",
    why: "Anybody could show a code in the name of a client that runs on no device.",
    refuse: ({ client }) =>
      client?.grantTypes.includes(DEVICE_CODE) === true
        ? undefined
        : { reason: "grant_type_not_allowed" },
  },
  {
    id: "device.scope",
    title: "The scope is one the client may ask for",
    spec: "RFC 6749 §3.3",
    why: "A scope nobody defined cannot be explained to the user who has to allow it.",
    refuse: (facts) =>
      scopeOf(facts) === undefined
        ? {
            reason: "own",
            error: "invalid_scope",
            description: "The scope is unknown or not allowed",
          }
        : undefined,
  },
  {
    id: "device.no-sign-in",
    title: "The request is for no sign-in",
    spec: "OpenID Connect Core §3.1.2.1",
    why: "OpenID Connect has a sign-in begin at the authorization endpoint. A device that asked for one here would wait for an ID token that never comes.",
    applies: (facts) => scopeOf(facts) !== undefined,
    refuse: (facts) =>
      isOpenId(scopeOf(facts) ?? "")
        ? { reason: "own", error: "invalid_scope", description: "There are no sign-ins here" }
        : undefined,
  },
];
