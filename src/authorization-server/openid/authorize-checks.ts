import type { Check } from "../../oauth/checks.ts";
import { scopeOf } from "../checks/authorize.ts";
import type { AuthorizeFacts, RedirectRefusal } from "../ports.ts";
import { hintedSubject } from "./id-token-hint.ts";
import { isOpenId } from "./scopes.ts";
import { maxAgeIn } from "./sign-in.ts";

const refuse = (error: RedirectRefusal["error"], description: string): RedirectRefusal => ({
  to: "client",
  error,
  description,
});

const has =
  (...names: readonly string[]) =>
  (facts: AuthorizeFacts): boolean =>
    isOpenId(scopeOf(facts)) && names.some((name) => facts.parameters.get(name) !== undefined);

/** What a request that asks for a sign-in has to pass besides; for others none of it applies. */
export const openIdChecks: readonly Check<AuthorizeFacts, RedirectRefusal>[] = [
  {
    id: "authorize.redirect-uri-named",
    title: "A request for a sign-in names its redirect URI",
    spec: "OpenID Connect Core §3.1.2.1",
    why: "OAuth lets a client with one redirect URI leave it out; OpenID Connect does not.",
    applies: (facts) => isOpenId(scopeOf(facts)),
    refuse: ({ parameters }) =>
      parameters.get("redirect_uri") === undefined
        ? refuse("invalid_request", "redirect_uri is missing")
        : undefined,
  },
  {
    id: "authorize.request-object",
    title: "The request is made of parameters, and of no request object",
    spec: "OpenID Connect Core §6.1",
    why: "A server that passed over a request object would answer another question than the one that was signed.",
    applies: has("request", "request_uri"),
    refuse: ({ parameters }) =>
      parameters.get("request") === undefined
        ? refuse("request_uri_not_supported", "request_uri is not supported")
        : refuse("request_not_supported", "request is not supported"),
  },
  {
    id: "authorize.max-age",
    title: "max_age is a number of seconds",
    spec: "OpenID Connect Core §3.1.2.1",
    why: "A limit that cannot be read would be no limit.",
    applies: has("max_age"),
    refuse: ({ parameters }) =>
      maxAgeIn(parameters) === undefined
        ? refuse("invalid_request", "max_age must be a number of seconds")
        : undefined,
  },
  {
    id: "authorize.id-token-hint",
    title: "The hint is an ID token of this server",
    spec: "OpenID Connect Core §3.1.2.1",
    why: "The answer must be about the user it names and nobody else, so nobody but this server may say who that is.",
    applies: has("id_token_hint"),
    refuse: async ({ parameters, server }) =>
      (await hintedSubject(parameters, server)) === undefined
        ? refuse("invalid_request", "id_token_hint is no ID token of this server")
        : undefined,
  },
];
