import type { GrantServer } from "../authorization-server/ports.ts";
import { authorizationCodeServer } from "./authorization-code/server.ts";

/** The server halves of all grants. A registry of its own, because the worker must not load what a page shows. */
export const grantServers: readonly GrantServer[] = [authorizationCodeServer];
