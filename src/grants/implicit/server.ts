import type { Client, GrantServer } from "../../authorization-server/ports.ts";
import { issueAccessToken } from "../../authorization-server/tokens.ts";
import { CALLBACK, IMPLICIT_CLIENT, LOOPBACK_CALLBACK, NATIVE_CALLBACK } from "../cast.ts";

/** The implicit grant's server half (RFC 6749 §4.2): a token in the fragment, and never a refresh token. */
export const implicitServer: GrantServer = {
  id: "implicit",
  responseTypes: {
    token: {
      grantType: "implicit",
      mode: "fragment",
      keeps: ["resource"],
      checks: [],
      async answer({ request: { clientId, scope, kept }, grantId, subject }, server) {
        const { resource } = kept;
        const facts = { clientId, grantId, subject, scope, resource };
        const issued = await issueAccessToken(server, facts);
        return Object.fromEntries(
          Object.entries(issued).map(([name, value]) => [name, `${value}`]),
        );
      },
    },
  },
};

/** The clients of this grant's walks. */
export const implicitClients: readonly Client[] = [
  {
    clientId: IMPLICIT_CLIENT.id,
    clientName: "Print",
    redirectUris: [CALLBACK, LOOPBACK_CALLBACK, NATIVE_CALLBACK],
    grantTypes: ["implicit"],
    responseTypes: ["token"],
    scope: "photos.read photos.write",
    authMethod: "none",
    requirePkce: false,
  },
];
