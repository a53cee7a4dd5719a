import type { CheckResult } from "../oauth/checks.ts";
import type { WireRequest, WireResponse } from "../oauth/wire.ts";
import type { TraceEntry } from "./trace.ts";

/** What every call carries out of band. The id is made before sending, so that a call made twice acts once. */
export interface Call {
  readonly id: string;
  readonly step: string;
  readonly edited: boolean;
}

/** How a flow reaches the world. Every method answers with the entry the world wrote; rejects when nothing answered. */
export interface Transport {
  /** A request of a server, or of a page's script when `origin` says which page's. */
  exchange(call: Call, request: WireRequest, origin?: string): Promise<TraceEntry>;
  /** One navigation of the browser, one hop: a redirect is left pending. */
  visit(call: Call, request: WireRequest): Promise<TraceEntry>;
  /** The client's server answers the browser's request that it holds. */
  respond(call: Call, response: WireResponse): Promise<TraceEntry>;
  /** Something a party did by itself. */
  record(call: Call, local: LocalRecord): Promise<TraceEntry>;
}

export interface LocalRecord {
  readonly outcome: string;
  readonly values: Readonly<Record<string, string>>;
  readonly checks: readonly CheckResult[];
  readonly page?: string;
  readonly address?: string;
}
