import { type Parameters, parseParameters } from "../oauth/parameters.ts";
import { readForm } from "./body.ts";
import type { InteractionFacts } from "./checks/interaction.ts";
import { type PageRefusal, refusePage } from "./page-refusal.ts";
import type { ServerContext } from "./ports.ts";
import { sessionOf } from "./sessions.ts";

export interface InteractionRequest extends InteractionFacts {
  /** What the address names. */
  readonly id: string;
  /** The fields of the form; none for a GET. */
  readonly form: Parameters;
}

/** Reads a request to the login or the consent page, or says why it cannot be read. */
export async function readInteraction(
  request: Request,
  server: ServerContext,
): Promise<InteractionRequest | PageRefusal> {
  const id = new URL(request.url).searchParams.get("interaction") ?? "";
  const form = request.method === "POST" ? await readForm(request) : { text: "" };
  if ("problem" in form)
    return refusePage(form.problem === "too_large" ? "too_large" : "malformed");
  const parameters = parseParameters(form.text);
  if (parameters.malformed || parameters.repeated.length > 0) return refusePage("malformed");
  const entry = await server.store.get("interaction", id);
  const interaction = entry?.spentAt === undefined ? entry?.value : undefined;
  return { id, form: parameters, server, interaction, browser: await sessionOf(request, server) };
}
