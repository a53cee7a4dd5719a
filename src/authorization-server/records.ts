import type { Origin } from "../oauth/remembered.ts";
import type { Sweep } from "../store/sweep.ts";
import type { Used } from "../store/used-once.ts";
import type { Client, RedirectRefusal } from "./ports.ts";

/** The kinds of record the server keeps, by name. Times are epoch seconds. */
export type AuthorizationRecords = {
  /** Clients from dynamic registration. */
  client: RegisteredClient;
  /** A request waiting for the user, between /authorize, or the page of a device, and consent. */
  interaction: Interaction;
  /** A signed-in browser; the id is the session cookie's value. */
  session: Session;
  /** What a user allowed a client once: the family every code and token of it belongs to. */
  grant: GrantRecord;
  code: CodeRecord;
  refresh_token: RefreshTokenRecord;
  /** By `jti`, or by the token itself where it is opaque. */
  access_token: AccessTokenRecord;
  /** Proofs that were used, by key and `jti` (RFC 9449 §11.1). */
  proof: Used;
  /** Assertions clients authenticated with, by client and `jti` (OpenID Connect Core §9). */
  assertion: Used;
  /** Wrong passwords that clients brought, by the name of the user (RFC 6749 §4.3.2). */
  password_guess: { readonly failures: number; readonly since: number };
  /** A device that waits for its user (RFC 8628 §3.2). */
  device_code: DeviceCodeRecord;
  /** By the letters of the code, without its dash: the device that shows it. */
  user_code: { readonly deviceCode: string };
  /** Attempts to guess a user code (RFC 8628 §5.1). */
  user_code_guess: Used;
  /** By kind of record: when what has expired of it is forgotten next. */
  sweep: Sweep;
};

/** A client that registered itself (RFC 7591). */
export interface RegisteredClient extends Client {
  readonly issuedAt: number;
}

/** A request that waits for its user to sign in and to decide. */
export interface Interaction {
  readonly request: AuthorizationRequest | DirectRequest;
  /** The browser it began in. */
  readonly browserId: string;
  readonly expiresAt: number;
  /** An error to send once the user has signed in and agreed, for redirect URIs that are not trusted (RFC 9700 §4.11.2). */
  readonly error?: Pick<RedirectRefusal, "error" | "description">;
  /** Whether the user has to sign in for it, whoever is signed in, and whether that happened (OpenID Connect Core §3.1.2.3). */
  readonly newSignIn?: "asked" | "done";
  /** The only user it may be answered about (OpenID Connect Core §3.1.2.2). */
  readonly subject?: string;
  /** Who the client thinks will sign in (OpenID Connect Core §3.1.2.1). */
  readonly loginHint?: string;
}

/** What a user is asked to allow. */
export interface Asked {
  readonly clientId: string;
  readonly scope: string;
}

/** What a grant asks users about whose answer goes back through no browser (RFC 8628 §3.3). */
export interface DirectRequest extends Asked {
  /** Id of the grant, which takes the answer. */
  readonly grant: string;
  /** The grant's own handle for what it asks. */
  readonly handle: string;
}

/** An authorization request that was accepted (RFC 6749 §4.1.1). */
export interface AuthorizationRequest extends Asked {
  readonly redirectUri: string;
  /** Whether the request named it: then the token request must repeat it (RFC 6749 §4.1.3). */
  readonly redirectUriSent: boolean;
  readonly responseType: string;
  readonly state?: string;
  /** Parameters of its own that the response type keeps for later. */
  readonly kept: Readonly<Record<string, string>>;
}

/** What the server knows of a browser, by its cookie. */
export interface Session {
  /** The browser, before and after its user signs in; never told to anyone. */
  readonly browserId: string;
  /** Absent until someone signs in. */
  readonly subject?: string;
  /** When that was. */
  readonly authTime?: number;
  readonly expiresAt: number;
}

/** What an ID token says of a sign-in besides who it was (OpenID Connect Core §2). */
export interface SignIn {
  /** The client's, from the request. */
  readonly nonce?: string;
  /** When the user signed in. */
  readonly authTime?: number;
}

/** What a user allowed a client; every code and token of it names it. */
export interface GrantRecord {
  readonly clientId: string;
  readonly subject: string;
  readonly scope: string;
  /** When and why everything of this family stopped working. */
  readonly revoked?: {
    readonly at: number;
    readonly reason: "code replayed" | "refresh token replayed" | "client asked";
  };
}

/** An authorization code that was issued. */
export interface CodeRecord {
  readonly grantId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly redirectUriSent: boolean;
  readonly scope: string;
  /** The API that the client named, if it did (RFC 8707 §2). */
  readonly resource?: string;
  /** RFC 7636 §4.4. */
  readonly challenge?: { readonly value: string; readonly method: string };
  readonly expiresAt: number;
  /** Where the request asked for a sign-in (OpenID Connect Core §3.1.2.1). */
  readonly signIn?: SignIn;
}

/** A device code that was issued, with the user code that goes with it. */
export interface DeviceCodeRecord {
  readonly clientId: string;
  readonly scope: string;
  /** As it is shown, with its dash (RFC 8628 §6.1). */
  readonly userCode: string;
  readonly expiresAt: number;
  /** Seconds between two polls; it grows when the device is told to slow down (RFC 8628 §3.5). */
  readonly interval: number;
  readonly polledAt?: number;
  /** What the user decided; absent while she has not. */
  readonly decision?: "denied" | { readonly grantId: string };
}

/** A refresh token that was issued. */
export interface RefreshTokenRecord {
  readonly grantId: string;
  /** The record it was given for, when the server noted it. */
  readonly from?: Origin;
  readonly clientId: string;
  readonly scope: string;
  /** The API that the client named, if it did (RFC 8707 §2). */
  readonly resource?: string;
  /** The end of the whole family: what replaces it keeps it. */
  readonly expiresAt: number;
  /** When it will have gone unused for too long. */
  readonly idleUntil: number;
  /** The key it is bound to, where a public client showed one (RFC 9449 §5). */
  readonly jkt?: string;
  /** The sign-in that new ID tokens speak of (OpenID Connect Core §12.2). */
  readonly signIn?: SignIn;
}

/** An access token that was issued. */
export interface AccessTokenRecord {
  readonly grantId: string;
  /** The record it was given for, when the server noted it. */
  readonly from?: Origin;
  readonly clientId: string;
  readonly subject: string;
  readonly scope: string;
  /** The API it alone is for, where one was named (RFC 8707 §2). */
  readonly resource?: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The key it is bound to, if it is (RFC 9449 §6.1). */
  readonly jkt?: string;
  /** Whether it is the token itself that this record is kept under. */
  readonly opaque?: true;
}
