import type { Client } from "../../../authorization-server/ports.ts";
import { LEGACY_CLIENT } from "../../cast.ts";

/** The clients of this grant's walks. */
export const passwordClients: readonly Client[] = [
  {
    clientId: LEGACY_CLIENT.id,
    clientName: "Print, the old application",
    redirectUris: [],
    secret: LEGACY_CLIENT.secret,
    authMethod: "client_secret_basic",
    grantTypes: ["password"],
    responseTypes: [],
    scope: "photos.read photos.write",
    requirePkce: false,
  },
];
