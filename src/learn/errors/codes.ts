import { CLIENT, NO_CODE, PAGE } from "./answers.ts";

/** What a specification says of an error, and how it is answered. */
export interface ErrorFacts {
  /** The code, or an id that stands for an answer without one. */
  readonly code: string;
  /** One sentence: what it means. */
  readonly meaning: string;
  /** Separated by commas. */
  readonly spec: string;
  /** How it travels: the HTTP status, or the redirect. */
  readonly status: string;
  /** What to know before reading the causes, where there is something. */
  readonly note?: string;
  /** What to do, for a code that no check of these servers answers. */
  readonly elsewhere?: string;
}

const REDIRECT =
  "From the authorization endpoint there is no error status: the browser is redirected to the client, with the code in the address.";
const BY_REDIRECT =
  "None of its own: the browser is redirected to the client’s redirect URI, with the code in the address.";
const BAD = "400";

const atTheTokenEndpoint: readonly ErrorFacts[] = [
  {
    code: "invalid_grant",
    meaning:
      "The code, the refresh token or the password is invalid, expired, revoked, was issued to another client, or does not match the redirect URI of the request.",
    spec: "RFC 6749 §5.2",
    status: BAD,
    note: "One code for many causes. The server knows which one it was and does not tell, so that whoever stole a code learns nothing from trying it.",
  },
  {
    code: "invalid_client",
    meaning:
      "Client authentication failed: the client is unknown, sent no credentials, or used a method it is not registered for.",
    spec: "RFC 6749 §5.2",
    status: "401 or 400",
    note: "A server MUST answer 401 with a challenge only where the client tried the Authorization header. Where the secret came in the body it may answer 400 as well. This server always answers 401.",
  },
  {
    code: "unauthorized_client",
    meaning:
      "The client is known, and may not use this grant type or response type: it is not registered for it.",
    spec: "RFC 6749 §5.2, RFC 6749 §4.1.2.1",
    status: `${BAD} from the token endpoint. ${REDIRECT}`,
    note: "Not a matter of credentials: that would be invalid_client.",
  },
  {
    code: "invalid_request",
    meaning:
      "The request lacks a required parameter, repeats one, has a value that is not allowed, or is malformed otherwise.",
    spec: "RFC 6749 §5.2, RFC 6749 §4.1.2.1",
    status: `${BAD} from the token endpoint and from an API. ${REDIRECT}`,
    note: "The request is at fault, whoever sends it. Sending the same one again changes nothing.",
  },
  {
    code: "invalid_scope",
    meaning:
      "The scope asked for is unknown, malformed, or more than the client may have or the user allowed.",
    spec: "RFC 6749 §5.2, RFC 6749 §4.1.2.1",
    status: `${BAD} from the token endpoint. ${REDIRECT}`,
  },
  {
    code: "unsupported_grant_type",
    meaning: "The authorization server does not support the grant type.",
    spec: "RFC 6749 §5.2",
    status: BAD,
  },
  {
    code: "invalid_target",
    meaning: "The resource asked for is invalid, missing, unknown or malformed.",
    spec: "RFC 8707 §2",
    status: `${BAD} from the token endpoint. ${REDIRECT}`,
  },
  {
    code: "invalid_dpop_proof",
    meaning: "The DPoP proof that came with the request is not valid for it.",
    spec: "RFC 9449 §5, RFC 9449 §7.1",
    status: "400 from the token endpoint, 401 from an API",
  },
  {
    code: "use_dpop_nonce",
    meaning: "The server wants a nonce of its own in the DPoP proof, and sends one along.",
    spec: "RFC 9449 §8, RFC 9449 §9",
    status: "400 from the authorization server, 401 from an API",
    elsewhere:
      "Make a new proof with the nonce of the DPoP-Nonce header and send the request once more. The servers here ask for no nonce.",
  },
  {
    code: "unsupported_token_type",
    meaning: "The authorization server does not revoke tokens of this type.",
    spec: "RFC 7009 §2.2.1",
    status: BAD,
    elsewhere:
      "Revoke the refresh token instead, and let the access token expire. The server here revokes both types.",
  },
];

const ofDevices: readonly ErrorFacts[] = [
  {
    code: "authorization_pending",
    meaning: "The user has not decided yet: the device is to go on asking.",
    spec: "RFC 8628 §3.5",
    status: BAD,
    note: "No failure. It is the usual answer while somebody looks for a phone.",
  },
  {
    code: "slow_down",
    meaning:
      "The user has not decided yet, and the device asks too often: from now on it waits five seconds longer between two requests.",
    spec: "RFC 8628 §3.5",
    status: BAD,
    note: "Not yet, rather than no. The longer interval holds for every later request, not only for the next one.",
  },
  {
    code: "expired_token",
    meaning: "The device code has expired, and the request is over.",
    spec: "RFC 8628 §3.5",
    status: BAD,
    note: "Only device codes expire with this code. An access token that expired is invalid_token; an authorization code or a refresh token is invalid_grant.",
  },
];

const atTheAuthorizationEndpoint: readonly ErrorFacts[] = [
  {
    code: "access_denied",
    meaning: "The user or the authorization server said no.",
    spec: "RFC 6749 §4.1.2.1",
    status: `${REDIRECT} A device is told with 400 (RFC 8628 §3.5).`,
  },
  {
    code: "unsupported_response_type",
    meaning: "The authorization server does not support the response type.",
    spec: "RFC 6749 §4.1.2.1",
    status: BY_REDIRECT,
  },
  {
    code: "login_required",
    meaning:
      "The client asked for an answer without a page, and the user would have to sign in first.",
    spec: "OpenID Connect Core §3.1.2.6",
    status: BY_REDIRECT,
  },
  {
    code: "consent_required",
    meaning:
      "The client asked for an answer without a page, and the user would have to be asked first.",
    spec: "OpenID Connect Core §3.1.2.6",
    status: BY_REDIRECT,
  },
  {
    code: "interaction_required",
    meaning:
      "The client asked for an answer without a page, and something would have to be shown to the user.",
    spec: "OpenID Connect Core §3.1.2.6",
    status: BY_REDIRECT,
    elsewhere:
      "Send the user through the authorization endpoint again, without prompt=none. The server here says login_required or consent_required, which tell more.",
  },
  {
    code: "account_selection_required",
    meaning:
      "The client asked for an answer without a page, and the user would have to say which account is meant.",
    spec: "OpenID Connect Core §3.1.2.6",
    status: BY_REDIRECT,
    elsewhere:
      "Send the user through the authorization endpoint again, without prompt=none. In the server here a browser has one user at a time.",
  },
  {
    code: "request_not_supported",
    meaning: "The server takes no request object in the parameter request.",
    spec: "OpenID Connect Core §3.1.2.6",
    status: BY_REDIRECT,
  },
  {
    code: "request_uri_not_supported",
    meaning: "The server takes no request object by reference, in the parameter request_uri.",
    spec: "OpenID Connect Core §3.1.2.6",
    status: BY_REDIRECT,
  },
  {
    code: "server_error",
    meaning: "Something went wrong in the authorization server that nobody expected.",
    spec: "RFC 6749 §4.1.2.1",
    status: `${BY_REDIRECT} It stands for a 500, which a redirect cannot be.`,
    elsewhere:
      "There is nothing to mend in the request. Try again later, and tell whoever runs the server. No check of the server here answers so.",
  },
  {
    code: "temporarily_unavailable",
    meaning: "The server cannot answer now, because it is overloaded or under maintenance.",
    spec: "RFC 6749 §4.1.2.1",
    status: `${REDIRECT} The API here uses the word too, with 503, when it cannot reach the authorization server; RFC 6750 has no code for that.`,
  },
];

const atTheApi: readonly ErrorFacts[] = [
  {
    code: "invalid_token",
    meaning: "The access token is expired, revoked, malformed, or invalid for other reasons.",
    spec: "RFC 6750 §3.1",
    status: "401, with the code in the WWW-Authenticate header",
    note: "A client may get a new access token and send the request once more. If that one is refused as well, the cause is not its age.",
  },
  {
    code: "insufficient_scope",
    meaning: "The access token is good, and does not allow this request.",
    spec: "RFC 6750 §3.1",
    status: "403, with the code in the WWW-Authenticate header",
    note: "403, not 401: refreshing brings a token of the same scope. Somebody has to allow more.",
  },
];

const withoutCode: readonly ErrorFacts[] = [
  {
    code: NO_CODE,
    meaning:
      "The request carried no access token, so nothing can be said of one: the answer is a challenge, and no code.",
    spec: "RFC 6750 §3.1",
    status: "401, with a WWW-Authenticate header that names the schemes",
  },
  {
    code: PAGE,
    meaning:
      "Something is wrong with the client or the redirect URI, or with the user’s own request, so the server tells the user and redirects nowhere.",
    spec: "RFC 6749 §4.1.2.1",
    status: "400, as a page; 429 for too many tries. The RFC names no status.",
    note: "The client never hears of it. Look at the address of the page and compare it with what is registered.",
  },
  {
    code: CLIENT,
    meaning:
      "The servers answered well, and the client does not go on: what came back is not an answer to what it asked.",
    spec: "RFC 6749 §10.12, RFC 9207 §2.4, OpenID Connect Core §3.1.3.7",
    status: "None: nothing is sent. Libraries raise an exception here.",
    note: "Never switch such a check off to get on. Each one stops an attack that the servers cannot see.",
  },
];

const atRegistration: readonly ErrorFacts[] = [
  {
    code: "invalid_client_metadata",
    meaning: "A member of the registration is invalid, or the server does not support its value.",
    spec: "RFC 7591 §3.2.2",
    status: BAD,
  },
  {
    code: "invalid_redirect_uri",
    meaning: "A redirect URI of the registration is invalid.",
    spec: "RFC 7591 §3.2.2",
    status: BAD,
    note: "Only a registration is answered so. An authorization request with a wrong redirect URI gets an error page.",
  },
];

/** Errors under a heading, those first that people meet most. */
export interface ErrorGroup {
  readonly id: string;
  readonly title: string;
  readonly errors: readonly ErrorFacts[];
}

/** All errors, by where a client meets them first. */
export const errorGroups: readonly ErrorGroup[] = [
  { id: "token", title: "Token endpoint", errors: atTheTokenEndpoint },
  { id: "device", title: "Token endpoint, for devices", errors: ofDevices },
  { id: "authorize", title: "Authorization endpoint", errors: atTheAuthorizationEndpoint },
  { id: "api", title: "APIs and UserInfo", errors: atTheApi },
  { id: "no-code", title: "Errors without a code", errors: withoutCode },
  { id: "registration", title: "Registration", errors: atRegistration },
];

/** Every error there is a page about. */
export const errors: readonly ErrorFacts[] = errorGroups.flatMap((group) => group.errors);

/** Nothing when there is no page about it. */
export function findError(code: string): ErrorFacts | undefined {
  return errors.find((error) => error.code === code);
}
