import type { CheckResult } from "../oauth/checks.ts";
import type { WireRequest, WireResponse } from "../oauth/wire.ts";
import type { TraceEntry } from "./trace.ts";

/** What every call carries out of band. The id is made before sending, so that a call made twice acts once. */
export interface Call {
  readonly id: string;
  readonly step: string;
  readonly edited: boolean;
  /** Which modelled browser it concerns; the user's unless said. */
  readonly browser?: string;
}

/** How a sandbox's world is set up. What weakens it is for attacks, what breaks it for walks that show a refusal; of the grants' own walks only the implicit one has any (`client.token-own`). */
export interface SandboxSettings {
  /**
   * How the client answers its redirect URI: a server of its own, static files and a script in the page, or an app on the
   * user's device, to which the browser hands what goes to loopback or to a private-use scheme (RFC 8252 §7).
   */
  readonly clientSite: "server" | "static" | "app";
  /** Ids of what is left out: checks at the authorize, token and registration endpoints and at the API, and the client's checks and precautions. */
  readonly without?: readonly string[];
  readonly authorizationServer?: AuthorizationServerSettings;
  /** Whether the API asks the authorization server about every token (RFC 7662); it reads tokens by itself unless said. */
  readonly introspection?: boolean;
  /** The issuer the API is set up to trust, where that is not the one of the authorization server as it names itself. */
  readonly trustedIssuer?: string;
  /** Whether the API reaches no authorization server, as behind a firewall: its questions get no answer. */
  readonly apiCutOff?: boolean;
  /** What the authorization server writes into the tokens it issues otherwise than it should. */
  readonly misissued?: Misissued;
  /** What the authorization server remembers already, for walks whose subject begins after the user has allowed it. */
  readonly allowed?: AllowedBefore;
  /** What static pages of the client say of the address they came from (Referrer Policy §3). */
  readonly referrerPolicy?: string;
  /** The policy of the client's static pages for scripts (CSP §6.1). */
  readonly contentSecurityPolicy?: string;
  /** Whether the client's site sends browsers wherever `/out?to=` says. */
  readonly openRedirector?: boolean;
}

/** Claims of tokens as a server that errs writes them, by the member of the answer they come in (RFC 6749 §5.1); null leaves one out. */
export interface Misissued {
  readonly access_token?: Readonly<Record<string, string | null>>;
  readonly id_token?: Readonly<Record<string, string | null>>;
}

/** What a user allowed just before a walk begins, and the code it gave. */
export interface AllowedBefore {
  readonly clientId: string;
  readonly subject: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly code: string;
  /** Of a verifier, by S256 (RFC 7636 §4.2). */
  readonly challenge: string;
}

export interface AuthorizationServerSettings {
  readonly redirectUriMatching?: "exact" | "prefix";
  /** Seconds. */
  readonly accessTokenLifetime?: number;
  /** Whether it takes users' passwords from clients, which it does not unless said. */
  readonly passwordGrant?: boolean;
}

/** How a flow reaches the world. Every method answers with the entry the world wrote; rejects when nothing answered. */
export interface Transport {
  /** The sandbox's clock as it was last heard of, epoch seconds. */
  now?(): number;
  /** A request of a server, or of a page's script when `origin` says which page's. */
  exchange(call: Call, request: WireRequest, origin?: string): Promise<TraceEntry>;
  /** One navigation of the browser, one hop: a redirect is left pending. */
  visit(call: Call, request: WireRequest): Promise<TraceEntry>;
  /** The client's server answers the browser's request that it holds. */
  respond(call: Call, response: WireResponse): Promise<TraceEntry>;
  /** Something a party did by itself. */
  record(call: Call, local: LocalRecord): Promise<TraceEntry>;
}

/** What a party made or checked by itself, to be kept in the trace. */
export interface LocalRecord {
  readonly outcome: string;
  readonly values: Readonly<Record<string, string>>;
  readonly checks: readonly CheckResult[];
  readonly page?: string;
  readonly address?: string;
  /** What the page's script keeps in the storage of its origin. */
  readonly keep?: Kept;
  /** How far the clock goes on meanwhile, in seconds. */
  readonly wait?: number;
}

/** An item of web storage (HTML §12.2). */
export interface Kept {
  readonly area: "localStorage" | "sessionStorage";
  readonly key: string;
  readonly value: string;
}
