import { type Form, readForm } from "./body.ts";
import type { InteractionFacts } from "./checks/interaction.ts";
import { parseParameters } from "../oauth/parameters.ts";
import type { ServerContext } from "./ports.ts";
import { sessionOf } from "./sessions.ts";

export interface InteractionRequest extends InteractionFacts {
  /** What the address names. */
  readonly id: string;
}

/** The facts of a request to the login or the consent page; `parameters` are the fields of the form, none for a GET. */
export async function readInteraction(
  request: Request,
  server: ServerContext,
): Promise<InteractionRequest> {
  const id = parseParameters(new URL(request.url).search).get("interaction") ?? "";
  const form: Form =
    request.method === "POST" ? await readForm(request) : { parameters: parseParameters("") };
  const entry = await server.store.get("interaction", id);
  const interaction = entry?.spentAt === undefined ? entry?.value : undefined;
  return { ...form, id, server, interaction, browser: await sessionOf(request, server) };
}
