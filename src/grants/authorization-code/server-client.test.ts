import type { WireRequest } from "../../oauth/wire.ts";
import {
  describeFlow,
  type Scenario,
  withFormParameter,
  withQueryParameter,
} from "../../testing/describe-flow.ts";
import {
  authenticated,
  elsewhere,
  tokenExits,
  withoutQuery,
  wrongToken,
} from "./scenarios.fixture.ts";
import { authorizationCode } from "./grant.ts";

const asked = ["click:delivered", "prepare:made", "redirect:sent", "authorize:login"] as const;
const answered = [...asked, ...authenticated, "callback:delivered", "check:ok"] as const;
const signedIn = [...answered, "redeem:ok"] as const;
const used = ["signed_in:sent", "photos:delivered", "api:ok", "show:sent"] as const;
const wrongSecretInBody = withFormParameter("client_secret", "wrong");
const wrongSecretInHeader = (request: WireRequest): WireRequest => ({
  ...request,
  headers: [
    ["Authorization", `Basic ${btoa("print-server:wrong")}`],
    ["Content-Type", "application/x-www-form-urlencoded"],
  ],
});

function serverScenarios(pkce: boolean): Scenario[] {
  const wrongSecret = pkce ? wrongSecretInHeader : wrongSecretInBody;
  const replay = { at: "signed_in", instead: "replay" };
  const refresh = { at: "api", instead: "refresh" };
  const beforeApi = [...signedIn, "signed_in:sent", "photos:delivered"];
  return [
    { name: "the walk that goes well", via: [...signedIn, ...used], ends: "done" },
    {
      name: "the user denies",
      choices: [{ at: "consent", fill: { decision: "deny" } }],
      via: [
        ...asked,
        ...authenticated.slice(0, 3),
        "consent:denied",
        "callback:delivered",
        "check:denied!client.no-error",
        "reject:sent",
      ],
      ends: "stop",
    },
    {
      name: "the password is wrong, then right",
      choices: [{ at: "sign_in", fill: { username: "alice", password: "wrong" } }],
      via: [
        ...asked,
        "login_page:page",
        "sign_in:wrong_password!login.password",
        "sign_in:signed_in",
      ],
      ends: "consent_page",
    },
    {
      name: "the redirect URI of the request is another one: a page, no redirect",
      choices: [
        { at: "authorize", edit: withQueryParameter("redirect_uri", "https://evil.example/cb") },
      ],
      via: [...asked.slice(0, 3), "authorize:error_page!authorize.redirect-uri"],
      ends: "authorize",
    },
    {
      name: "the scope is unknown: an error by redirect",
      choices: [{ at: "authorize", edit: withQueryParameter("scope", "everything") }],
      via: [
        ...asked.slice(0, 3),
        "authorize:error_redirect!authorize.scope",
        "callback:delivered",
        "check:denied!client.no-error",
        "reject:sent",
      ],
      ends: "stop",
    },
    {
      name: "the login page is asked for without its interaction",
      choices: [{ at: "login_page", edit: withoutQuery }],
      via: [...asked, "login_page:refused!login.interaction"],
      ends: "login_page",
    },
    {
      name: "the consent page is asked for without its interaction",
      choices: [{ at: "consent_page", edit: withoutQuery }],
      via: [
        ...asked,
        "login_page:page",
        "sign_in:signed_in",
        "consent_page:refused!consent.interaction",
      ],
      ends: "consent_page",
    },
    {
      name: "the consent form says neither yes nor no",
      choices: [{ at: "consent", fill: { decision: "perhaps" } }],
      via: [...asked, ...authenticated.slice(0, 3), "consent:refused!consent.decision"],
      ends: "consent",
    },
    {
      name: "the state that comes back is another one",
      choices: [{ at: "callback", edit: withQueryParameter("state", "another") }],
      via: [
        ...asked,
        ...authenticated,
        "callback:delivered",
        "check:refused!client.state",
        "reject:sent",
      ],
      ends: "stop",
    },
    {
      name: "the issuer that comes back is another one",
      choices: [{ at: "callback", edit: withQueryParameter("iss", "https://evil.example") }],
      via: [
        ...asked,
        ...authenticated,
        "callback:delivered",
        "check:refused!client.iss",
        "reject:sent",
      ],
      ends: "stop",
    },
    {
      name: "the code is redeemed too late",
      choices: [{ at: "redeem", clock: 61 }],
      via: [...answered, "redeem:invalid_grant!token.code-fresh"],
      ends: "redeem",
    },
    {
      name: "the redirect URI of the token request is another one",
      choices: [
        { at: "redeem", edit: withFormParameter("redirect_uri", "https://print.example/other") },
      ],
      via: [...answered, "redeem:invalid_grant!token.redirect-uri"],
      ends: "redeem",
    },
    ...(pkce
      ? [
          {
            name: "the verifier is another one; the right one still works",
            choices: [{ at: "redeem", edit: withFormParameter("code_verifier", "x".repeat(43)) }],
            via: [...answered, "redeem:invalid_grant!token.pkce", "redeem:ok"],
            ends: "signed_in",
          },
        ]
      : []),
    {
      name: "the secret is wrong",
      choices: [{ at: "redeem", edit: wrongSecret }],
      via: [...answered, "redeem:invalid_client!token.client-authenticated"],
      ends: "redeem",
    },
    ...tokenExits("redeem", answered),
    {
      name: "the code is redeemed twice: what the first gave is revoked",
      choices: [replay],
      via: [
        ...signedIn,
        "replay:invalid_grant!token.code-unspent",
        "refresh:invalid_grant!token.grant-live",
        "reject:sent",
      ],
      ends: "stop",
    },
    {
      name: "replay: the secret is wrong",
      choices: [replay, { at: "replay", edit: wrongSecret }],
      via: [...signedIn, "replay:invalid_client!token.client-authenticated"],
      ends: "replay",
    },
    {
      name: "replay: another code gives tokens",
      choices: [replay, { at: "replay", edit: withFormParameter("code", "unknown") }],
      via: [...signedIn, "replay:invalid_grant!token.code-known", "refresh:ok", "api:ok"],
      ends: "show",
    },
    ...tokenExits("replay", signedIn, [replay]),
    {
      name: "the access token has expired; the refresh token gets another",
      choices: [{ at: "api", clock: 3600 }, refresh],
      via: [...beforeApi, "api:invalid_token!api.expiry", "refresh:ok", "api:ok", "show:sent"],
      ends: "done",
    },
    {
      name: "refresh: the secret is wrong",
      choices: [refresh, { at: "refresh", edit: wrongSecret }],
      via: [...beforeApi, "refresh:invalid_client!token.client-authenticated"],
      ends: "refresh",
    },
    ...tokenExits("refresh", beforeApi, [refresh]),
    {
      name: "the access token is not the one that was issued",
      choices: [{ at: "api", edit: wrongToken }],
      via: [...beforeApi, "api:invalid_token!api.signature"],
      ends: "api",
    },
    {
      name: "the API is asked at an address that is none",
      choices: [{ at: "api", edit: elsewhere }],
      via: [...beforeApi, "api:refused"],
      ends: "api",
    },
  ];
}

for (const { id, flow } of authorizationCode.variants) {
  if (flow.sandbox.clientSite === "server") {
    describeFlow(`authorization-code/${id}`, flow, serverScenarios(id === "secret-pkce"));
  }
}
