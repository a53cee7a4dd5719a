import type { Client } from "../../../authorization-server/ports.ts";
import { API_CLIENT, CALLBACK, OPAQUE_CLIENT } from "../../cast.ts";

/** The clients of this grant's walks that no other grant has; one of them is the API, which asks about tokens. */
export const accessTokenClients: readonly Client[] = [
  {
    clientId: OPAQUE_CLIENT.id,
    clientName: "Print",
    redirectUris: [CALLBACK],
    grantTypes: ["authorization_code", "refresh_token"],
    responseTypes: ["code"],
    scope: "photos.read photos.write",
    authMethod: "none",
    requirePkce: true,
    accessTokens: "opaque",
  },
  {
    clientId: API_CLIENT.id,
    clientName: "The photo API",
    secret: API_CLIENT.secret,
    redirectUris: [],
    grantTypes: [],
    responseTypes: [],
    scope: "",
    authMethod: "client_secret_basic",
    requirePkce: true,
    isResourceServer: true,
  },
];
