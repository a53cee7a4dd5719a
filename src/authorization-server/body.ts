import { readBytes } from "../oauth/body.ts";
import { type Parameters, parseParameters } from "../oauth/parameters.ts";
import { FORM } from "../oauth/wire.ts";

/** No request of this protocol comes near it, in bytes. */
const BODY_LIMIT = 64 * 1024;

/** Why the text of a body is not there. */
export type BodyProblem = "too_large" | "wrong_type" | "not_text";

/** The text of a body, or why it is not there. */
export type Body = { readonly text: string } | { readonly problem: BodyProblem };

/** A form as it came; without any parameter when it could not be read. */
export interface Form {
  readonly parameters: Parameters;
  readonly problem?: BodyProblem;
}

/** Reads a form body (RFC 6749 §3.2). */
export async function readForm(request: Request): Promise<Form> {
  const body = await readText(request, FORM);
  if ("text" in body) return { parameters: parseParameters(body.text) };
  return { parameters: parseParameters(""), problem: body.problem };
}

/** The text of a body of that media type, of which no more is read than the limit. */
export async function readText(request: Request, type: string): Promise<Body> {
  const sent = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (sent !== type) return { problem: "wrong_type" };
  const bytes = await readBytes(request, BODY_LIMIT);
  if (bytes === undefined) return { problem: "too_large" };
  try {
    return { text: UTF8.decode(bytes) };
  } catch {
    return { problem: "not_text" };
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
