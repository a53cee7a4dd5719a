import type { Client, GrantServer } from "../authorization-server/ports.ts";
import { authorizationCodeServer } from "./authorization-code/server.ts";
import { authorizationCodeClients } from "./authorization-code/server/clients.ts";
import { implicitClients, implicitServer } from "./implicit/server.ts";

/** The server halves of all grants. A registry of its own, because the worker must not load what a page shows. */
export const grantServers: readonly GrantServer[] = [authorizationCodeServer, implicitServer];

/** The clients of all walks, which every authorization server of Grantlab knows. */
export const grantClients: readonly Client[] = [...authorizationCodeClients, ...implicitClients];
