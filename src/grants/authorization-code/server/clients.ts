import type { Client } from "../../../authorization-server/ports.ts";
import {
  BFF_CLIENT,
  CALLBACK,
  CLASSIC_CLIENT,
  LOOPBACK_CALLBACK,
  MEDIATING_CLIENT,
  NATIVE_CALLBACK,
  NATIVE_CLIENT,
  OPENID_CLIENT,
  PAGE_CLIENT,
  SERVER_CLIENT,
} from "../../cast.ts";

const common = {
  clientName: "Print",
  redirectUris: [CALLBACK, LOOPBACK_CALLBACK],
  grantTypes: ["authorization_code", "refresh_token"],
  responseTypes: ["code"],
  scope: "photos.read photos.write",
};

/** The clients of this grant's walks. */
export const authorizationCodeClients: readonly Client[] = [
  {
    ...common,
    clientId: CLASSIC_CLIENT.id,
    secret: CLASSIC_CLIENT.secret,
    authMethod: "client_secret_post",
    requirePkce: false,
  },
  {
    ...common,
    clientId: SERVER_CLIENT.id,
    secret: SERVER_CLIENT.secret,
    authMethod: "client_secret_basic",
    requirePkce: true,
  },
  {
    ...common,
    clientId: OPENID_CLIENT.id,
    secret: OPENID_CLIENT.secret,
    authMethod: "client_secret_basic",
    requirePkce: true,
    scope: "openid profile email offline_access photos.read",
  },
  {
    ...common,
    clientId: BFF_CLIENT.id,
    secret: BFF_CLIENT.secret,
    authMethod: "client_secret_basic",
    requirePkce: true,
  },
  {
    ...common,
    clientId: MEDIATING_CLIENT.id,
    secret: MEDIATING_CLIENT.secret,
    authMethod: "client_secret_basic",
    requirePkce: true,
  },
  {
    ...common,
    clientId: NATIVE_CLIENT.id,
    redirectUris: [...common.redirectUris, NATIVE_CALLBACK],
    authMethod: "none",
    requirePkce: true,
  },
  {
    ...common,
    clientId: PAGE_CLIENT.id,
    redirectUris: [...common.redirectUris, NATIVE_CALLBACK],
    authMethod: "none",
    requirePkce: true,
  },
];
