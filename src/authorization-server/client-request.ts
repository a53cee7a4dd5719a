import { presentedBy } from "../oauth/client-auth.ts";
import { readForm } from "./body.ts";
import type { ClientFacts } from "./checks/client.ts";
import { findClient } from "./clients.ts";
import type { ServerContext } from "./ports.ts";

/** The facts of a request a client authenticates. */
export async function readClientRequest(
  request: Request,
  server: ServerContext,
): Promise<ClientFacts> {
  const form = await readForm(request);
  const presented = presentedBy(request.headers.get("Authorization"), form.parameters);
  const client = "id" in presented ? await findClient(server, presented.id) : undefined;
  return { ...form, presented, client, server };
}
