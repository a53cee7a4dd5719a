import type { TraceEntry } from "../../flow/trace.ts";
import { jsonObject } from "../../oauth/json.ts";
import type { WireResponse } from "../../oauth/wire.ts";
import type { Answered } from "./cause.ts";
import { CLIENT, NO_CODE, PAGE } from "./answers.ts";

/** What was refused: the check, and what was answered; nothing where no check refused. */
export interface Refused extends Answered {
  readonly check: string;
}

/** The check that refused an entry, and the error it ended with; nothing where no check refused. */
export function refusedIn(entry: TraceEntry): Refused | undefined {
  const failed = entry.checks.find(({ outcome }) => outcome === "failed");
  const answered = answeredIn(entry);
  return failed === undefined || answered === undefined
    ? undefined
    : { check: failed.id, ...answered };
}

/** The error an entry ended with; nothing where it is none. */
export function answeredIn({ request, response, local }: TraceEntry): Answered | undefined {
  if (local !== undefined) return { code: CLIENT, where: CLIENT, status: 0 };
  if (request === undefined || response === undefined) return undefined;
  const code = codeIn(response);
  return { code, where: whereOf(request.url), status: response.status };
}

function whereOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  return hostname === "auth.example" ? pathname : hostname === "print.example" ? CLIENT : "api";
}

function codeIn({ headers, body }: WireResponse): string {
  const header = (name: string) =>
    headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? "";
  const location = header("location");
  const sent = location === "" ? undefined : errorInAddress(location);
  const told = /error="([^"]+)"/.exec(header("www-authenticate"))?.[1];
  const said = jsonObject(body)?.["error"];
  if (sent !== undefined) return sent;
  if (typeof said === "string") return said;
  if (told !== undefined) return told;
  return header("content-type").startsWith("text/html") ? PAGE : NO_CODE;
}

function errorInAddress(location: string): string | undefined {
  if (!URL.canParse(location)) return undefined;
  const { search, hash } = new URL(location);
  const from = (text: string) => new URLSearchParams(text.slice(1)).get("error");
  return from(search) ?? from(hash) ?? undefined;
}
