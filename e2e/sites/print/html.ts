import type { SandboxSettings } from "../../../src/flow/transport.ts";
import type { WireRequest, WireResponse } from "../../../src/oauth/wire.ts";
import type { Origins } from "../addresses.ts";
import { printPage } from "./setup.ts";
import { policies } from "./static.ts";

/** A page of Print's server. */
export interface Page {
  readonly status: number;
  /** How far Print is, for whoever watches. */
  readonly state: "loading" | "ready" | "photos" | "problem";
  readonly body: string;
  /** Id of the check of Print's own that refused, where one did. */
  readonly refusedBy?: string;
}

/** The page as it is sent, with what others have in it. */
export function pageAnswer(
  { status, state, body, refusedBy = "" }: Page,
  embeds: string,
  settings: SandboxSettings,
  origins: Origins,
): Response {
  const page = printPage(state, embeds, body).replace(
    "<main ",
    `<main data-refused-by="${refusedBy}" `,
  );
  const headers = { "Content-Type": "text/html; charset=utf-8", ...policies(settings, origins) };
  return new Response(page, { status, headers });
}

/** An answer of the walk's, sent by a server. */
export function sent({ status, headers, body }: WireResponse): Response {
  const list = headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(body === "" ? null : body, { status, headers: list });
}

/** A request that came to a server, as a walk's steps read it. */
export function received({ method, url, headers }: Request): WireRequest {
  return { method, url, headers: [...headers] };
}
