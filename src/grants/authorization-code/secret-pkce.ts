import type { Flow } from "../../flow/define-flow.ts";
import { SERVER_CLIENT } from "../cast.ts";
import { serverClientFlow } from "./server-client.ts";

/** The walk the home page has: a module of its own, so that no other variant comes along. */
export const secretPkceFlow: Flow = serverClientFlow({
  auth: { method: "client_secret_basic", id: SERVER_CLIENT.id },
  secret: SERVER_CLIENT.secret,
  pkce: true,
  summary:
    "The secret says which client it is; the verifier says that it is the one that asked. Neither replaces the other.",
});
