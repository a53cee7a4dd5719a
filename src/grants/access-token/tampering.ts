import { isRecord } from "../../oauth/json.ts";

const MORE = "photos.read photos.write";

/** The JWT with a wider scope written into it, its signature as it was; a text that is none stays what it is. */
export function withMoreScope(token: string): string {
  const [header = "", payload = "", signature = ""] = token.split(".");
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    if (!isRecord(claims)) return token;
    const changed = btoa(JSON.stringify({ ...claims, scope: MORE }));
    return [header, base64Url(changed), signature].join(".");
  } catch {
    return token;
  }
}

function base64Url(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
