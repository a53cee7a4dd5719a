import type { JSONWebKeySet, JWK } from "jose";
import type { Check, Checked, CheckResult, LeftOut } from "../oauth/checks.ts";
import type { Parameters } from "../oauth/parameters.ts";
import type { Store } from "../store/port.ts";
import type { BodyProblem, Form } from "./body.ts";
import type { Html } from "./pages/page.ts";
import type { AuthorizationRecords, AuthorizationRequest } from "./records.ts";

/** Everything an authorization server is made of. It holds no state of its own: one may be made per request. */
export interface AuthorizationServerConfig {
  /** RFC 8414 §2: https, or http on loopback; no query, no fragment, and no slash at the end. */
  readonly issuer: string;
  readonly store: Store<AuthorizationRecords>;
  readonly keys: SigningKeys;
  /** Epoch seconds. */
  now(): number;
  readonly people: readonly Person[];
  /** Clients the operator set up; the server trusts their redirect URIs (RFC 9700 §4.11.2). */
  readonly clients: readonly Client[];
  /** The resource server that access tokens are for (RFC 9068 §2.2, `aud`). */
  readonly resource: Resource;
  /** The grants it serves; refreshing tokens it can by itself. */
  readonly grants: readonly GrantServer[];
  readonly policy?: Partial<Policy>;
  /** Told of every check an endpoint made for a request, in order. */
  report?(results: readonly CheckResult[]): void;
  /**
   * Checks that the authorize, token and registration endpoints do not make, for a walk to show what they are for;
   * other endpoints make all of theirs, ids they do not know are ignored, and no server in earnest has any.
   */
  readonly without?: LeftOut;
}

export interface Resource {
  readonly identifier: string;
  /** What users can allow there. */
  readonly scopes: readonly string[];
  /** What a client can ask for itself, of what is its own there (RFC 6749 §4.4). */
  readonly clientScopes?: readonly string[];
}

/** Lifetimes in seconds, and what operators decide differently. */
export interface Policy {
  /** `prefix`: whatever begins with the origin of a registered URI, the mistake of RFC 9700 §4.1.1. */
  readonly redirectUriMatching: "exact" | "prefix";
  /** Whether users' passwords are taken from clients that are registered for it; they MUST NOT be (RFC 9700 §2.4). */
  readonly passwordGrant: boolean;
  /** RFC 6749 §4.1.2 recommends ten minutes at most. */
  readonly codeLifetime: number;
  readonly accessTokenLifetime: number;
  /** Of a refresh token and of all that come to replace it (RFC 10017 §6.3.2.3). */
  readonly refreshTokenLifetime: number;
  /** How long a refresh token may go unused (RFC 9700 §4.14.2). */
  readonly refreshTokenIdleLifetime: number;
  readonly sessionLifetime: number;
  /** Of a device code and its user code (RFC 8628 §3.2). */
  readonly deviceCodeLifetime: number;
  /** How long a device has to wait between two polls (RFC 8628 §3.5). */
  readonly pollingInterval: number;
}

/** ES256 (RFC 7518 §3.4). The private key need not be extractable. */
export interface SigningKeys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  /** RS256 keys for the ID tokens of clients that ask for it; without, the server has ES256 only. */
  readonly rsa?: LateKeys;
}

/** A key pair that is made when it is first needed. */
export interface LateKeys {
  get(): Promise<Omit<SigningKeys, "rsa">>;
  /** Nothing as long as nobody needed it. */
  made(): Promise<Omit<SigningKeys, "rsa"> | undefined>;
}

/** Somebody with an account at the server. */
export interface Person {
  readonly username: string;
  readonly password: string;
  /** The `sub` of tokens. */
  readonly subject: string;
  readonly name: string;
  /** Known to be the person's own (OpenID Connect Core §5.1, `email_verified`). */
  readonly email?: string;
}

/** RFC 7591 §2; `private_key_jwt` is of OpenID Connect Core §9. */
export type ClientAuthMethod =
  | "client_secret_basic"
  | "client_secret_post"
  | "private_key_jwt"
  | "none";

/** A registered client; the names are those of RFC 7591 §2 in this code base's spelling. */
export interface Client {
  readonly clientId: string;
  readonly clientName: string;
  readonly redirectUris: readonly string[];
  readonly authMethod: ClientAuthMethod;
  /** Of the two methods that have one. */
  readonly secret?: string;
  /** The client's public keys, for `private_key_jwt`. */
  readonly jwks?: JSONWebKeySet;
  readonly grantTypes: readonly string[];
  readonly responseTypes: readonly string[];
  readonly scope: string;
  /** Public clients always need PKCE (RFC 9700 §2.1.1); for others it is the operator's choice. */
  readonly requirePkce: boolean;
  /** RFC 7591's `id_token_signed_response_alg` (OpenID Connect Registration §2); ES256 unless said. */
  readonly idTokenAlgorithm?: "ES256" | "RS256";
  /** Whether a use replaces a refresh token: unless said, and always for a public client (RFC 9700 §4.14.2). */
  readonly refreshTokens?: "rotate" | "keep";
  /** JWTs (RFC 9068) unless said; an opaque one says nothing, so that an API has to ask about it (RFC 7662). */
  readonly accessTokens?: "jwt" | "opaque";
  /** Whether it is the API that access tokens are for, which may ask about any of them (RFC 7662 §2.1). */
  readonly isResourceServer?: boolean;
}

/** What endpoints and grants work with. */
export interface ServerContext extends Omit<AuthorizationServerConfig, "policy" | "report"> {
  readonly policy: Policy;
  report(results: readonly CheckResult[]): void;
}

/** A grant's server half: what it adds to the authorization endpoint, to the token endpoint, and besides them. */
export interface GrantServer {
  readonly id: string;
  readonly responseTypes?: Readonly<Record<string, ResponseType>>;
  readonly grantTypes?: Readonly<Record<string, TokenGrant>>;
  /** Endpoints of its own, by path below the issuer's. */
  readonly endpoints?: Readonly<Record<string, Endpoint>>;
  /** Whether the operator lets it be used; always unless said otherwise. */
  offered?(policy: Policy): boolean;
  /** What it asks users besides authorization requests. */
  readonly asking?: Asking;
  /** What it adds to the server's metadata (RFC 8414 §2). */
  metadata?(issuer: string): Readonly<Record<string, string | readonly string[]>>;
}

/** How a grant asks users on the consent page what is answered through no browser. */
export interface Asking {
  /** What the page says besides who asks for what; nothing when an answer would come too late. */
  describe(handle: string, server: ServerContext): Promise<Html | undefined>;
  /** Takes the answer; false when it comes too late. */
  take(handle: string, answer: DirectAnswer, server: ServerContext): Promise<boolean>;
  /** Where the user goes on, once she has answered; two sentences at most. */
  readonly afterwards: Readonly<Record<DirectAnswer["decision"], string>>;
}

/** What the user decided about a request that no browser brought. */
export type DirectAnswer =
  | { readonly decision: "allowed"; readonly grantId: string }
  | { readonly decision: "denied" };

/** What answers at a path, by method. */
export interface Endpoint {
  readonly GET?: Handler;
  readonly POST?: Handler;
  /** Whether scripts of other origins may call it; never where cookies decide (RFC 9700 §2.6). */
  readonly cors: boolean;
}

export type Handler = (request: Request, server: ServerContext) => Promise<Response>;

/** How the authorization endpoint answers a `response_type` (RFC 6749 §3.1.1). */
export interface ResponseType {
  /** The grant type a client has to be registered for besides (RFC 7591 §2.1). */
  readonly grantType: string;
  /** Where the parameters of the answer go, those of errors too. */
  readonly mode: "query" | "fragment";
  /** Names of parameters that `answer` needs. */
  readonly keeps?: readonly string[];
  /** Checks after those that every authorization request has to pass. */
  readonly checks: readonly Check<AuthorizeFacts, RedirectRefusal>[];
  /** The parameters of the answer once the user allowed it. */
  answer(allowed: Allowed, server: ServerContext): Promise<Readonly<Record<string, string>>>;
}

/** An authorization request that the user has allowed. */
export interface Allowed {
  readonly request: AuthorizationRequest;
  readonly grantId: string;
  readonly subject: string;
  /** When the user signed in, where the server knows. */
  readonly authTime?: number | undefined;
}

/** What is known of an authorization request when it is checked. */
export interface AuthorizeFacts extends Form {
  readonly client: Client | undefined;
  readonly server: ServerContext;
}

/** An error that goes back to the client by redirect (RFC 6749 §4.1.2.1, RFC 8707 §2). */
export interface RedirectRefusal {
  readonly to: "client";
  readonly error:
    | "invalid_request"
    | "unauthorized_client"
    | "access_denied"
    | "unsupported_response_type"
    | "invalid_scope"
    | "invalid_target"
    | "login_required"
    | "consent_required"
    | "request_not_supported"
    | "request_uri_not_supported";
  readonly description: string;
}

/** A token request whose client is known. */
export interface TokenRequest {
  readonly parameters: Parameters;
  readonly client: Client;
  /** The key that the request's proof shows, where it has one (RFC 9449 §5). */
  readonly jkt?: string;
}

/** How the token endpoint serves a `grant_type` (RFC 6749 §4.1.3, §6). Made with `tokenGrant`. */
export interface TokenGrant {
  readonly rows: readonly Omit<CheckResult, "outcome">[];
  redeem(request: TokenRequest, server: ServerContext): Promise<Redeemed>;
}

export interface Redeemed {
  readonly checked: Checked<TokenRefusal>;
  /** The body of the answer; only when every check passed. */
  readonly tokens?: Readonly<Record<string, string | number>>;
}

/** Everything that can be wrong with a token request; `toWire` says what the client learns of it. */
export type TokenRefusal =
  | { readonly reason: "malformed" | "repeated" | "missing"; readonly parameter: string }
  | { readonly reason: BodyProblem | "several_client_auths" | "client_unauthenticated" }
  | { readonly reason: "verifier_malformed" | "verifier_unexpected" }
  | { readonly reason: "grant_type_unsupported" | "grant_type_not_allowed" | "scope_widened" }
  | { readonly reason: "scope_not_allowed" | "password_wrong" | "too_many_guesses" }
  | { readonly reason: "resource_unknown" }
  | { readonly reason: "unknown" | "of_another_client" | "expired" | "idle" | "grant_revoked" }
  | { readonly reason: "proof_invalid" | "key_of_another" }
  | { readonly reason: "redirect_uri_mismatch" | "verifier_missing" | "verifier_mismatch" }
  | { readonly reason: "spent"; readonly grantId: string }
  | OwnRefusal;

/** A refusal with an error code that a grant brings along (RFC 6749 §8.5), such as `authorization_pending`. */
export interface OwnRefusal {
  readonly reason: "own";
  readonly error: string;
  /** What the client may learn, in the characters RFC 6749 §5.2 allows. */
  readonly description: string;
}
