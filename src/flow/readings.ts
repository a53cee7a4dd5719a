import { headerOf, type WireRequest, type WireResponse } from "../oauth/wire.ts";

/** Everything a text says to one who can decode it: percent- and form-encoding, HTML entities, JWT payloads. */
export function readings(text: string): string {
  const once = formDecoded(text);
  const twice = formDecoded(once);
  const plain = [...new Set([text, once, twice, unescaped(twice)])];
  return [...plain, ...plain.flatMap(jwtPayloads)].join("\n");
}

/** Whether the text says the value: as a whole, not as a part of a longer one. */
export function says(text: string, value: string): boolean {
  if (value === "") return false;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    if (!isInner(text[at - 1]) && !isInner(text[at + value.length])) return true;
  }
  return false;
}

/** A request as its receiver reads it: no fragment (RFC 9110 §4.2.5), Basic credentials decoded (RFC 7617). */
export function requestText(request: WireRequest): string {
  const [url = ""] = request.url.split("#");
  const basic = headerOf(request, "Authorization");
  return [url, ...request.headers.map(([, text]) => text), basicCredentials(basic), request.body]
    .filter((part) => part !== undefined)
    .join("\n");
}

export function responseText({ headers, body }: WireResponse): string {
  return [...headers.map(([, text]) => text), body].join("\n");
}

/** The message without what the browser keeps from a page's script: its cookies (Fetch §2.2.2, §2.2.6). */
export function withoutCookies<Message extends WireRequest | WireResponse>(
  message: Message,
): Message {
  const kept = message.headers.filter(([name]) => !/^(?:set-)?cookie$/iu.test(name));
  return { ...message, headers: kept };
}

/** The cookies of a response that scripts may read (RFC 6265 §5.4). */
export function scriptCookies({ headers }: WireResponse): string {
  return headers
    .filter(([name, text]) => /^set-cookie$/iu.test(name) && !/;\s*httponly/iu.test(text))
    .map(([, text]) => text)
    .join("\n");
}

/** What somebody who looks at the page can read. */
export function visibleText(html: string): string {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/giu, " ")
    .replace(/<!--[\s\S]*?-->|<[^>]*>/gu, " ");
}

function isInner(char: string | undefined): boolean {
  return char !== undefined && /[\w-]/u.test(char);
}

function formDecoded(text: string): string {
  const parts = text.replaceAll("+", " ").split(/((?:%[0-9a-f]{2})+)/iu);
  return parts.map((part) => (part.startsWith("%") ? percentDecoded(part) : part)).join("");
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function unescaped(text: string): string {
  return text
    .replace(/&#(\d{1,6});/gu, (_, code: string) => fromCode(Number(code)))
    .replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => ENTITIES[name] ?? "");
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function basicCredentials(header: string | undefined): string | undefined {
  const encoded = /^Basic +(\S+)$/iu.exec(header ?? "")?.[1];
  return encoded === undefined ? undefined : base64Decoded(encoded);
}

function jwtPayloads(text: string): readonly string[] {
  return [...text.matchAll(/\beyJ[\w-]*\.([\w-]+)\.[\w-]*/gu)].flatMap(([, payload = ""]) => {
    const decoded = base64Decoded(payload.replaceAll("-", "+").replaceAll("_", "/"));
    return decoded === undefined ? [] : [decoded];
  });
}

function base64Decoded(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
