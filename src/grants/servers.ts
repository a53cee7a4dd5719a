import type { Client, GrantServer } from "../authorization-server/ports.ts";
import { accessTokenClients } from "./access-token/server/clients.ts";
import { authorizationCodeServer } from "./authorization-code/server.ts";
import { authorizationCodeClients } from "./authorization-code/server/clients.ts";
import { clientCredentialsServer } from "./client-credentials/server.ts";
import { clientCredentialsClients } from "./client-credentials/server/clients.ts";
import { deviceCodeServer } from "./device-code/server.ts";
import { deviceCodeClients } from "./device-code/server/clients.ts";
import { implicitClients, implicitServer } from "./implicit/server.ts";
import { passwordServer } from "./password/server.ts";
import { passwordClients } from "./password/server/clients.ts";
import { refreshTokenClients } from "./refresh-token/server/clients.ts";

/** The server halves of all grants. A registry of its own, because the worker must not load what a page shows. */
export const grantServers: readonly GrantServer[] = [
  authorizationCodeServer,
  clientCredentialsServer,
  deviceCodeServer,
  implicitServer,
  passwordServer,
];

/** The clients of all walks, which every authorization server of Grantlab knows. */
export const grantClients: readonly Client[] = [
  ...authorizationCodeClients,
  ...clientCredentialsClients,
  ...deviceCodeClients,
  ...implicitClients,
  ...passwordClients,
  ...refreshTokenClients,
  ...accessTokenClients,
];
