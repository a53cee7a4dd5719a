/** What a parameter or header is for, in one line, and where it is specified. */
export interface ParameterFacts {
  readonly line: string;
  readonly spec: string;
}

/** Every parameter and header there are words for, by its name in lower case; a body that is no form has none. */
export const parameterWords: Readonly<Record<string, ParameterFacts>> = {
  response_type: {
    line: "What the authorization endpoint is to answer with.",
    spec: "RFC 6749 §3.1.1",
  },
  client_id: {
    line: "The client's public name at the authorization server; not a secret.",
    spec: "RFC 6749 §2.2",
  },
  client_secret: {
    line: "Proves that the client itself is asking; only its server may know it. In the body only where Basic cannot be used.",
    spec: "RFC 6749 §2.3.1",
  },
  client_assertion: {
    line: "A JWT the client signed to prove who it is; for this server, for a minute, for one use.",
    spec: "RFC 7523 §2.2",
  },
  client_assertion_type: {
    line: "How the assertion is to be read: as a JWT.",
    spec: "RFC 7523 §2.2",
  },
  redirect_uri: {
    line: "Where the answer goes: one the client registered. The token request repeats it exactly; nobody is sent there again.",
    spec: "RFC 6749 §3.1.2, §4.1.3",
  },
  scope: {
    line: "What the access token may be used for, as names separated by spaces.",
    spec: "RFC 6749 §3.3",
  },
  "": {
    line: "What is sent, in the format that Content-Type names.",
    spec: "RFC 9110 §6.4",
  },
  nonce: {
    line: "Ties the ID token to this request: the client finds the same value in it.",
    spec: "OpenID Connect Core §3.1.2.1",
  },
  prompt: {
    line: "Whether the user is to sign in or consent again, or is to be shown nothing at all.",
    spec: "OpenID Connect Core §3.1.2.1",
  },
  id_token_hint: {
    line: "An ID token of before: the user it names is the one the client means.",
    spec: "OpenID Connect Core §3.1.2.1",
  },
  resource: {
    line: "The API the access token is to be for, as its address.",
    spec: "RFC 8707 §2",
  },
  redirect_uris: {
    line: "The redirect URIs of a client that is to be registered.",
    spec: "RFC 7591 §2",
  },
  client_name: {
    line: "What a client that is to be registered is called, for users to read.",
    spec: "RFC 7591 §2",
  },
  to: {
    line: "A page’s own parameter: where it sends the browser on to.",
    spec: "not in OAuth",
  },
  "print-request": {
    line: "Says that the page’s own script asks: a form of another site cannot send such a header.",
    spec: "RFC 10017 §6.1.3.3",
  },
  state: {
    line: "A value the client made for this browser; the same must come back.",
    spec: "RFC 6749 §10.12",
  },
  code_challenge: {
    line: "The hash of a secret the client keeps until it redeems the code.",
    spec: "RFC 7636 §4.2",
  },
  code_challenge_method: {
    line: "How the challenge was made from the verifier.",
    spec: "RFC 7636 §4.3",
  },
  code_verifier: {
    line: "The secret whose hash was the challenge; only whoever began the flow has it.",
    spec: "RFC 7636 §4.5",
  },
  code: {
    line: "Stands for the user's consent; short-lived, and good for one redemption.",
    spec: "RFC 6749 §4.1.2",
  },
  device_code: {
    line: "What the device asks for its tokens with; it never leaves the device and the server.",
    spec: "RFC 8628 §3.2, §3.4",
  },
  user_code: {
    line: "What the user types on another device, to say which device is meant.",
    spec: "RFC 8628 §3.3",
  },
  verification_uri: {
    line: "Where the user types the code.",
    spec: "RFC 8628 §3.2",
  },
  verification_uri_complete: {
    line: "The same address with the code in it, for what can be scanned or tapped.",
    spec: "RFC 8628 §3.3.1",
  },
  interval: {
    line: "How many seconds the device has to wait between two polls; five where it is missing.",
    spec: "RFC 8628 §3.5",
  },
  iss: {
    line: "Which authorization server answered; the client compares it with the one it asked.",
    spec: "RFC 9207 §2",
  },
  grant_type: {
    line: "What the client offers in exchange for a token.",
    spec: "RFC 6749 §4.1.3, §6",
  },
  access_token: {
    line: "What the client shows to the API instead of the user's password.",
    spec: "RFC 6749 §1.4",
  },
  refresh_token: {
    line: "Gets the client a new access token without asking the user again.",
    spec: "RFC 6749 §1.5",
  },
  token: {
    line: "The token that is asked about, or is to be revoked.",
    spec: "RFC 7662 §2.1, RFC 7009 §2.1",
  },
  token_type_hint: {
    line: "Which kind of token it probably is; only a hint for where to look first.",
    spec: "RFC 7662 §2.1",
  },
  token_type: {
    line: "How the access token is to be used; a Bearer token works for whoever holds it.",
    spec: "RFC 6749 §7.1",
  },
  expires_in: {
    line: "For how many seconds the access token, or the codes of a device, are good.",
    spec: "RFC 6749 §5.1, RFC 8628 §3.2",
  },
  error: {
    line: "Why the request was refused: one of the codes the RFC lists.",
    spec: "RFC 6749 §4.1.2.1, §5.2",
  },
  error_description: {
    line: "The refusal in words, for the developer; never for a program to read.",
    spec: "RFC 6749 §4.1.2.1, §5.2",
  },
  interaction: {
    line: "This authorization server's own handle for the request the user is answering.",
    spec: "not in OAuth",
  },
  username: {
    line: "Who the user says they are; to be typed at the authorization server only.",
    spec: "RFC 6749 §3.1",
  },
  password: {
    line: "What the user proves it with; no client should ever see it.",
    spec: "RFC 6749 §3.1",
  },
  decision: {
    line: "Whether the user allows what the client asks for.",
    spec: "RFC 6749 §4.1.1",
  },
  authorization: {
    line: "Who is asking: client credentials (Basic) or an access token (Bearer).",
    spec: "RFC 9110 §11.6.2",
  },
  dpop: {
    line: "A JWT the client signed with its key for this one request; it shows the key that the token is bound to.",
    spec: "RFC 9449 §4",
  },
  cookie: {
    line: "What this site asked the browser to remember; the browser sends it back by itself.",
    spec: "RFC 6265 §4.2",
  },
  "set-cookie": {
    line: "Asks the browser to remember a value and send it back to this site.",
    spec: "RFC 6265 §4.1",
  },
  location: {
    line: "Where the browser is to go next; it goes there by itself.",
    spec: "RFC 9110 §10.2.2",
  },
  origin: {
    line: "The site whose script is asking; set by the browser, not by the script.",
    spec: "Fetch §3.2",
  },
  "content-type": {
    line: "The format of the body.",
    spec: "RFC 9110 §8.3",
  },
  "cache-control": {
    line: "Whether the answer may be kept; an answer with tokens must not be.",
    spec: "RFC 6749 §5.1",
  },
  pragma: {
    line: "Tells caches of HTTP/1.0, which do not know Cache-Control, not to reuse the answer.",
    spec: "RFC 6749 §5.1",
  },
  "www-authenticate": {
    line: "What the server would have accepted, and what was wrong.",
    spec: "RFC 6750 §3",
  },
  accept: {
    line: "The formats the sender can read.",
    spec: "RFC 9110 §12.5.1",
  },
  "access-control-allow-origin": {
    line: "The sites whose scripts may read this answer.",
    spec: "Fetch §3.3",
  },
  referer: {
    line: "The page the browser came from; set by the browser.",
    spec: "RFC 9110 §10.1.3",
  },
};

/** The facts about a parameter or header, found without regard to case; nothing for names it does not know. */
export function parameterFacts(name: string): ParameterFacts | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(parameterWords, key) ? parameterWords[key] : undefined;
}
