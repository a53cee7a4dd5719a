import { FORM } from "../oauth/wire.ts";

/** No request of this protocol comes near it. */
export const BODY_LIMIT = 64 * 1024;

export type Body =
  | { readonly text: string }
  | { readonly problem: "too_large" | "wrong_type" | "not_text" };

/** The text of a form body (RFC 6749 §3.2). */
export function readForm(request: Request): Promise<Body> {
  return readText(request, FORM);
}

/** The text of a body of that media type; stops reading at the limit. */
export async function readText(request: Request, type: string): Promise<Body> {
  const sent = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (sent !== type) return { problem: "wrong_type" };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.length;
    if (length > BODY_LIMIT) {
      await reader?.cancel();
      return { problem: "too_large" };
    }
    chunks.push(part.value);
  }
  return decode(chunks, length);
}

function decode(chunks: readonly Uint8Array[], length: number): Body {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: "not_text" };
  }
}
