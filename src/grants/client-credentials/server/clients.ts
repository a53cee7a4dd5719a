import type { Client } from "../../../authorization-server/ports.ts";
import { JOBS_SCOPE, NIGHTLY_CLIENT, NIGHTLY_KEY_CLIENT, NIGHTLY_POST_CLIENT } from "../../cast.ts";
import { NIGHTLY_KEY } from "../../lab-key.ts";

const { d: _, ...publicKey } = NIGHTLY_KEY;

const common = {
  clientName: "Print, nightly job",
  redirectUris: [],
  grantTypes: ["client_credentials"],
  responseTypes: [],
  scope: JOBS_SCOPE,
  requirePkce: false,
};

/** The clients of this grant's walks. */
export const clientCredentialsClients: readonly Client[] = [
  {
    ...common,
    clientId: NIGHTLY_CLIENT.id,
    secret: NIGHTLY_CLIENT.secret,
    authMethod: "client_secret_basic",
  },
  {
    ...common,
    clientId: NIGHTLY_POST_CLIENT.id,
    secret: NIGHTLY_POST_CLIENT.secret,
    authMethod: "client_secret_post",
  },
  {
    ...common,
    clientId: NIGHTLY_KEY_CLIENT.id,
    jwks: { keys: [publicKey] },
    authMethod: "private_key_jwt",
  },
];
