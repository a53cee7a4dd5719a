import {
  describeFlow,
  type Scenario,
  withFormParameter,
  withQueryParameter,
} from "../../testing/describe-flow.ts";
import { apiExits, authenticated, tokenExits, withoutQuery } from "./scenarios.fixture.ts";
import { pageClientFlow } from "./page-client.ts";

const pageAsked = ["click:page", "prepare:made", "authorize:login"] as const;
const pageAnswered = [...pageAsked, ...authenticated, "callback:page", "check:ok"] as const;
const pageTokens = [...pageAnswered, "redeem:ok"] as const;

function pageScenarios(): Scenario[] {
  const replay = { at: "api", instead: "replay" };
  const refresh = { at: "api", instead: "refresh" };
  const wrongClient = withFormParameter("client_id", "nobody");
  return [
    { name: "the walk that goes well", via: [...pageTokens, "api:ok", "show:shown"], ends: "done" },
    {
      name: "the user denies",
      choices: [{ at: "consent", fill: { decision: "deny" } }],
      via: [
        ...pageAsked,
        ...authenticated.slice(0, 3),
        "consent:denied",
        "callback:page",
        "check:denied!client.no-error",
        "reject:shown",
      ],
      ends: "stop",
    },
    {
      name: "the password is wrong",
      choices: [{ at: "sign_in", fill: { username: "alice", password: "wrong" } }],
      via: [...pageAsked, "login_page:page", "sign_in:wrong_password!login.password"],
      ends: "sign_in",
    },
    {
      name: "the challenge is taken out of the request",
      choices: [{ at: "authorize", edit: withQueryParameter("code_challenge", undefined) }],
      via: [
        ...pageAsked.slice(0, 2),
        "authorize:error_redirect!authorize.pkce-present",
        "callback:page",
        "check:denied!client.no-error",
        "reject:shown",
      ],
      ends: "stop",
    },
    {
      name: "the redirect URI of the request is another one: a page, no redirect",
      choices: [
        { at: "authorize", edit: withQueryParameter("redirect_uri", "https://evil.example/cb") },
      ],
      via: [...pageAsked.slice(0, 2), "authorize:error_page!authorize.redirect-uri"],
      ends: "authorize",
    },
    {
      name: "the login page is asked for without its interaction",
      choices: [{ at: "login_page", edit: withoutQuery }],
      via: [...pageAsked, "login_page:refused!login.interaction"],
      ends: "login_page",
    },
    {
      name: "the consent page is asked for without its interaction",
      choices: [{ at: "consent_page", edit: withoutQuery }],
      via: [
        ...pageAsked,
        "login_page:page",
        "sign_in:signed_in",
        "consent_page:refused!consent.interaction",
      ],
      ends: "consent_page",
    },
    {
      name: "the consent form says neither yes nor no",
      choices: [{ at: "consent", fill: { decision: "perhaps" } }],
      via: [...pageAsked, ...authenticated.slice(0, 3), "consent:refused!consent.decision"],
      ends: "consent",
    },
    {
      name: "the state that comes back is another one",
      choices: [{ at: "callback", edit: withQueryParameter("state", "another") }],
      via: [
        ...pageAsked,
        ...authenticated,
        "callback:page",
        "check:refused!client.state",
        "reject:shown",
      ],
      ends: "stop",
    },
    {
      name: "the verifier is another one; the right one still works",
      choices: [{ at: "redeem", edit: withFormParameter("code_verifier", "x".repeat(43)) }],
      via: [...pageAnswered, "redeem:invalid_grant!token.pkce", "redeem:ok"],
      ends: "api",
    },
    {
      name: "the code is redeemed too late",
      choices: [{ at: "redeem", clock: 61 }],
      via: [...pageAnswered, "redeem:invalid_grant!token.code-fresh"],
      ends: "redeem",
    },
    {
      name: "the client is unknown",
      choices: [{ at: "redeem", edit: wrongClient }],
      via: [...pageAnswered, "redeem:invalid_client!token.client-authenticated"],
      ends: "redeem",
    },
    ...tokenExits("redeem", pageAnswered),
    {
      name: "the code is redeemed twice: what the first gave is revoked",
      choices: [replay],
      via: [
        ...pageTokens,
        "replay:invalid_grant!token.code-unspent",
        "refresh:invalid_grant!token.grant-live",
        "reject:shown",
      ],
      ends: "stop",
    },
    {
      name: "replay: the client is unknown",
      choices: [replay, { at: "replay", edit: wrongClient }],
      via: [...pageTokens, "replay:invalid_client!token.client-authenticated"],
      ends: "replay",
    },
    ...tokenExits("replay", pageTokens, [replay]),
    {
      name: "the access token has expired; the refresh token gets another",
      choices: [{ at: "api", clock: 3600 }, refresh],
      via: [...pageTokens, "api:invalid_token!api.expiry", "refresh:ok", "api:ok", "show:shown"],
      ends: "done",
    },
    {
      name: "refresh: the client is unknown",
      choices: [refresh, { at: "refresh", edit: wrongClient }],
      via: [...pageTokens, "refresh:invalid_client!token.client-authenticated"],
      ends: "refresh",
    },
    ...tokenExits("refresh", pageTokens, [refresh]),
    ...apiExits(pageTokens),
  ];
}

describeFlow("authorization-code/public-pkce", pageClientFlow, pageScenarios());
