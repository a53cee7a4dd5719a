import type { Client } from "../../../authorization-server/ports.ts";
import { ALBUM_CLIENT, CALLBACK } from "../../cast.ts";

/** The clients of this grant's walks that no other grant has. */
export const refreshTokenClients: readonly Client[] = [
  {
    clientId: ALBUM_CLIENT.id,
    clientName: "Print’s photo books",
    secret: ALBUM_CLIENT.secret,
    redirectUris: [CALLBACK],
    grantTypes: ["authorization_code", "refresh_token"],
    responseTypes: ["code"],
    scope: "openid photos.read photos.write",
    authMethod: "client_secret_basic",
    requirePkce: true,
    refreshTokens: "keep",
  },
];
