import * as v from "valibot";
import { headerOf, type WireRequest, type WireResponse } from "../oauth/wire.ts";
import { shorten } from "./mermaid-text.ts";

const LONGEST = 36;
const JsonObject = v.record(v.string(), v.unknown());
const ANSWERS = ["code", "error", "access_token", "id_token", "response"];
const TOKENS = ["access_token", "refresh_token", "id_token"];
/** OpenID Connect Core §3.1.3.3. */
const SIGN_IN = ["access_token", "id_token"];

/** A request in a few words: `POST /token`. */
export function requestLabel({ method, url }: WireRequest): string {
  return shorten(`${method} ${pathOf(url)}`, LONGEST);
}

/** A response in a few words: `303 code, state, iss`, `400 invalid_grant`, `200 access_token`. */
export function responseLabel(response: WireResponse): string {
  return shorten(`${response.status} ${gist(response)}`.trimEnd(), LONGEST);
}

function gist(response: WireResponse): string {
  const location = headerOf(response, "Location");
  if (location !== undefined) return redirectGist(location);
  const type = headerOf(response, "Content-Type") ?? "";
  if (type.includes("json")) return jsonGist(response.body) ?? challengeGist(response) ?? "JSON";
  return challengeGist(response) ?? (type.includes("html") ? htmlGist(response.body) : "");
}

function redirectGist(location: string): string {
  const [path = "", fragment = ""] = location.split("#");
  const query = path.split("?")[1] ?? "";
  const parameters = new URLSearchParams([query, fragment].filter(Boolean).join("&"));
  const error = parameters.get("error");
  if (error !== null) return error;
  const names = [...new Set(parameters.keys())];
  return names.some((name) => ANSWERS.includes(name)) ? names.join(", ") : `to ${pathOf(location)}`;
}

function jsonGist(body: string): string | undefined {
  const parsed = v.safeParse(JsonObject, parseJson(body));
  if (!parsed.success) return undefined;
  if (typeof parsed.output["error"] === "string") return parsed.output["error"];
  // RFC 7662 §2.2: what matters of the answer is whether this holds.
  const { active } = parsed.output;
  if (typeof active === "boolean") return `active: ${active}`;
  const names = Object.keys(parsed.output);
  if (SIGN_IN.every((name) => names.includes(name))) return SIGN_IN.join(", ");
  return TOKENS.find((name) => names.includes(name)) ?? names.slice(0, 2).join(", ");
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function challengeGist(response: WireResponse): string | undefined {
  const challenge = headerOf(response, "WWW-Authenticate");
  if (challenge === undefined) return undefined;
  return /error="([^"]+)"/u.exec(challenge)?.[1] ?? challenge.split(" ")[0];
}

function htmlGist(body: string): string {
  const title = /<title>([^<&]+)<\/title>/iu.exec(body)?.[1]?.trim();
  return title === undefined || title === "" ? "page" : title;
}

function pathOf(url: string): string {
  const base = "https://relative.invalid";
  return URL.canParse(url, base) ? new URL(url, base).pathname : url;
}
