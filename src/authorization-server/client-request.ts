import { presentedBy } from "../oauth/client-auth.ts";
import { parseParameters } from "../oauth/parameters.ts";
import { readForm } from "./body.ts";
import type { ClientFacts } from "./checks/client.ts";
import { findClient } from "./clients.ts";
import type { ServerContext } from "./ports.ts";
import { json } from "./respond.ts";

/** The facts of a request a client authenticates, or the answer when its body cannot be read. */
export async function readClientRequest(
  request: Request,
  server: ServerContext,
): Promise<ClientFacts | Response> {
  const body = await readForm(request);
  if ("problem" in body) return bodyProblem(body.problem);
  const parameters = parseParameters(body.text);
  const presented = presentedBy(request.headers.get("Authorization"), parameters);
  const client = "id" in presented ? await findClient(server, presented.id) : undefined;
  return { parameters, presented, client };
}

const PROBLEMS = {
  too_large: [413, "The body is larger than any request of this protocol"],
  wrong_type: [400, "The body must be application/x-www-form-urlencoded"],
  not_text: [400, "The body is not UTF-8"],
} as const;

/** The answer to a body that cannot be read (RFC 6749 §5.2). */
export function bodyProblem(problem: keyof typeof PROBLEMS): Response {
  const [status, description] = PROBLEMS[problem];
  return json({ error: "invalid_request", error_description: description }, status);
}
