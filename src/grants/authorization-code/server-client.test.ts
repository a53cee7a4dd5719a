import { describeFlow, type Scenario, withFormParameter } from "../../testing/describe-flow.ts";
import {
  apiExits,
  askingExits,
  authenticated,
  redeemExits,
  tokenExits,
  wrongSecretOf,
} from "./scenarios.fixture.ts";
import { authorizationCode } from "./grant.ts";

const asked = ["click:delivered", "prepare:made", "redirect:sent", "authorize:login"] as const;
const answered = [...asked, ...authenticated, "callback:delivered", "check:ok"] as const;
const signedIn = [...answered, "redeem:ok"] as const;
const used = ["signed_in:sent", "photos:delivered", "api:ok", "show:sent"] as const;
const wrongSecretInBody = withFormParameter("client_secret", "wrong");
function serverScenarios(pkce: boolean): Scenario[] {
  const wrongSecret = pkce ? wrongSecretOf("print-server") : wrongSecretInBody;
  const replay = { at: "signed_in", instead: "replay" };
  const refresh = { at: "api", instead: "refresh" };
  const beforeApi = [...signedIn, "signed_in:sent", "photos:delivered"];
  return [
    { name: "the walk that goes well", via: [...signedIn, ...used], ends: "done" },
    ...askingExits({ asked, callback: "callback:delivered", reject: "reject:sent" }),
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
    ...redeemExits(answered, wrongSecret),
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
    ...apiExits(beforeApi),
  ];
}

for (const { id, flow } of authorizationCode.variants) {
  if (id === "classic" || id === "secret-pkce") {
    describeFlow(`authorization-code/${id}`, flow, serverScenarios(id === "secret-pkce"));
  }
}
