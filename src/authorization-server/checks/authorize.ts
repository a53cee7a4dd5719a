import type { Check } from "../../oauth/checks.ts";
import type { Parameters } from "../../oauth/parameters.ts";
import { isNative, isRegistered } from "../../oauth/redirect-uri.ts";
import { responseTypeOf } from "../authorization-response.ts";
import { isTrusted } from "../clients.ts";
import { OPENID_SCOPES } from "../openid/scopes.ts";
import { promptsIn } from "../openid/sign-in.ts";
import { refusePage, type PageRefusal } from "../page-refusal.ts";
import type { AuthorizeFacts, RedirectRefusal } from "../ports.ts";

/** Checks whose refusal the user sees; until all hold there is nowhere a redirect could go. */
export const pageChecks: readonly Check<AuthorizeFacts, PageRefusal>[] = [
  {
    id: "authorize.well-formed",
    title: "The request is well-formed",
    spec: "RFC 6749 Appendix B",
    why: "What cannot be read without guessing could be read differently by two parties.",
    refuse({ parameters: { malformed, repeated, unprintable }, problem }) {
      if (problem === "too_large") return refusePage("too_large");
      const unclear = ["client_id", "redirect_uri"].some(
        (name) => repeated.includes(name) || unprintable.includes(name),
      );
      return problem !== undefined || malformed || unclear ? refusePage("malformed") : undefined;
    },
  },
  {
    id: "authorize.client",
    title: "The client is registered",
    spec: "RFC 6749 §4.1.2.1",
    why: "The server has to know whom it would send the answer to.",
    refuse: ({ client }) => (client === undefined ? refusePage("client_unknown") : undefined),
  },
  {
    id: "authorize.redirect-uri",
    title: "The redirect URI is exactly one that the client registered",
    spec: "RFC 9700 §2.1",
    why: "Otherwise the answer could be sent to somebody else; so the server does not redirect at all.",
    refuse: (facts) =>
      redirectUriOf(facts) === undefined ? refusePage("redirect_uri_unregistered") : undefined,
  },
];

/** Where the answer goes: what the request names, or the only one registered (RFC 6749 §3.1.2.3); only if it is registered. */
export function redirectUriOf(facts: AuthorizeFacts): string | undefined {
  const { parameters, client, server } = facts;
  const registered = client?.redirectUris ?? [];
  const asked = parameters.get("redirect_uri");
  if (asked === undefined) return registered.length === 1 ? registered[0] : undefined;
  const matches = server.policy.redirectUriMatching === "exact" ? isRegistered : beginsLike;
  return matches(asked, registered) ? asked : undefined;
}

function beginsLike(uri: string, registered: readonly string[]): boolean {
  return URL.canParse(uri) && registered.some((known) => uri.startsWith(new URL(known).origin));
}

const refuse = (error: RedirectRefusal["error"], description: string): RedirectRefusal => ({
  to: "client",
  error,
  description,
});

/** Checks of every authorization request whose refusal goes back to the client. */
export const clientChecks: readonly Check<AuthorizeFacts, RedirectRefusal>[] = [
  {
    id: "authorize.no-repeats",
    title: "No parameter is repeated",
    spec: "RFC 6749 §3.1",
    why: "Of two values, two parties could each take another one.",
    refuse: ({ parameters: { repeated } }) =>
      repeated.length > 0 ? refuse("invalid_request", "A parameter is repeated") : undefined,
  },
  {
    id: "authorize.printable",
    title: "No parameter holds control characters",
    spec: "RFC 6749 Appendix A",
    why: "A line break in a value could end a header, a log line or a field too early.",
    refuse: ({ parameters: { unprintable } }) =>
      unprintable.length > 0
        ? refuse("invalid_request", "A parameter holds control characters")
        : undefined,
  },
  {
    id: "authorize.prompt",
    title: "prompt=none stands alone",
    spec: "OpenID Connect Core §3.1.2.1",
    why: "Nobody can show a page and no page.",
    applies: ({ parameters }) => promptsIn(parameters).length > 0,
    refuse({ parameters }) {
      const prompts = promptsIn(parameters);
      return prompts.includes("none") && prompts.length > 1
        ? refuse("invalid_request", "prompt=none stands alone")
        : undefined;
    },
  },
  {
    id: "authorize.silent-client",
    title: "Without a page, no app of a device is answered that cannot prove which it is",
    spec: "RFC 8252 §8.6",
    why: "Any app of the device could ask in the name of one that proves nothing, and receive its answer. Only a user who is asked would notice (RFC 6749 §10.2).",
    applies: ({ parameters, client, server }) =>
      promptsIn(parameters).includes("none") && client !== undefined && isTrusted(server, client),
    refuse: (facts) =>
      facts.client?.authMethod === "none" && isNative(redirectUriOf(facts) ?? "")
        ? refuse("consent_required", "The user has not allowed this")
        : undefined,
  },
  {
    id: "authorize.response-type",
    title: "The server supports the response type",
    spec: "RFC 6749 §3.1.1",
    why: "The response type says what the client wants back; what a server does not offer cannot be misused there.",
    refuse({ parameters, server }) {
      const asked = parameters.get("response_type");
      if (asked === undefined) return refuse("invalid_request", "response_type is missing");
      return responseTypeOf(server, asked) === undefined
        ? refuse("unsupported_response_type", "The response type is not supported")
        : undefined;
    },
  },
  {
    id: "authorize.response-type-allowed",
    title: "The client may use the response type",
    spec: "RFC 6749 §4.1.2.1",
    why: "A client gets only what it was registered for.",
    refuse: ({ parameters, client }) =>
      client?.responseTypes.includes(parameters.get("response_type") ?? "") === true
        ? undefined
        : refuse("unauthorized_client", "The client may not use this response type"),
  },
  {
    id: "authorize.scope",
    title: "The scope is one the client may ask for",
    spec: "RFC 6749 §3.3",
    why: "A scope nobody defined cannot be explained to the user who has to allow it.",
    refuse: (facts) =>
      scopeOf(facts) === undefined
        ? refuse("invalid_scope", "The scope is unknown or not allowed")
        : undefined,
  },
  {
    id: "authorize.resource",
    title: "The resource named is an API this server issues tokens for",
    spec: "RFC 8707 §2",
    why: "A client that was talked into another API says so here, and gets no token to take there.",
    applies: ({ parameters }) => parameters.get("resource") !== undefined,
    refuse: ({ parameters, server }) =>
      parameters.get("resource") === server.resource.identifier
        ? undefined
        : refuse("invalid_target", "The resource is unknown"),
  },
];

/**
 * The scope asked for, or the client's own when none is (RFC 6749 §3.3); nothing when it exceeds that. A sign-in
 * and what belongs to it has to be asked for by name (OpenID Connect Core §3.1.2.1).
 */
export function scopeOf({ parameters, client, server }: AuthorizeFacts): string | undefined {
  const allowed = (client?.scope ?? "").split(" ");
  const ofApi = allowed.filter((scope) => server.resource.scopes.includes(scope));
  const asked = parameters.get("scope")?.split(" ") ?? ofApi;
  const known = asked.includes("openid") ? [...ofApi, ...OPENID_SCOPES] : [...ofApi, OFFLINE];
  const fits = asked.every((scope) => allowed.includes(scope) && known.includes(scope));
  const granted = asked.filter((scope) => scope !== OFFLINE || permitsOffline(asked, parameters));
  return fits && granted.length > 0 ? [...new Set(granted)].join(" ") : undefined;
}

const OFFLINE = "offline_access";

/** Else it is passed over: the user is to be asked each time, and the answer is to be a code (Core §11). */
function permitsOffline(asked: readonly string[], parameters: Parameters): boolean {
  return (
    asked.includes("openid") &&
    promptsIn(parameters).includes("consent") &&
    parameters.get("response_type") === "code"
  );
}
