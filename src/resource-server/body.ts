import { readBytes } from "../oauth/body.ts";

/** The body as text, or nothing when it is longer than `limit` bytes. */
export async function readText(request: Request, limit: number): Promise<string | undefined> {
  const bytes = await readBytes(request, limit);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
