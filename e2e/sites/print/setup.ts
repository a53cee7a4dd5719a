import type { Origins } from "../addresses.ts";

/** Who Print is in a run: the client of a variant, and what its pages contain of others. */
export interface PrintSetup {
  readonly client: PrintClient;
  /** Where the page's script keeps its tokens; in a variable unless said. */
  readonly keeps?: Keeping;
  /** Where its answers go; its own page unless said. */
  readonly callback?: string;
  /** The photo API it was told of; the honest one unless said. */
  readonly api?: string;
  /** How its challenges are made (RFC 7636 §4.2); `S256` unless said. */
  readonly challengeMethod?: "S256" | "plain";
  /** HTML of others in the pages: statistics, a picture. */
  readonly embeds?: string;
}

export type Keeping = "memory" | "sessionStorage" | "localStorage" | "worker";

export interface PrintClient {
  readonly id: string;
  readonly type: "public" | "confidential";
  readonly answer: "code" | "token";
  readonly pkce: boolean;
  /** Whether it asks for a sign-in besides (OpenID Connect Core §3.1.2.1). */
  readonly openId: boolean;
}

/** Where Print has its answers sent. */
export function callbackOf({ print }: Origins): string {
  return `${print}/callback`;
}

/** A page of Print; `state` says to whoever watches how far it is. */
export function printPage(state: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Print</title><link rel="icon" href="data:,">${head}</head><body><main data-state="${state}">${body}</main></body></html>`;
}
