import { AUTH } from "../../grants/cast.ts";
import type { Profile } from "../scenarios/profile.ts";
import type { Settings } from "../scenarios/settings.ts";
import type { Outcome, WalkName } from "./outcome.ts";
import type { Answers } from "./questions.ts";

const SIGNING_IN: WalkName = {
  grant: "authorization-code",
  variant: "openid-connect",
  what: "how an ID token is checked",
};

/** The outcome as the answers beside the way to it change it: whether people sign in, and whether an API is called. */
export function tailored(outcome: Outcome, { identity }: Answers): Outcome {
  if (identity !== "also" && identity !== "only") return outcome;
  const { settings, reasons } = outcome.profile;
  const profile: Profile =
    identity === "also"
      ? { settings: scoped(settings, ["openid", ...settings.scopes]), reasons: asking(reasons) }
      : { settings: signInOnly(settings), reasons: { ...asking(reasons), ...NO_API } };
  if (settings.variant === SIGNING_IN.variant) return { ...outcome, profile };
  return {
    ...outcome,
    title: `OpenID Connect: ${outcome.title}`,
    decision: `${outcome.decision} ${SIGNS_IN}`,
    profile,
    seenIn: [...outcome.seenIn, SIGNING_IN],
  };
}

const SIGNS_IN =
  "People sign in with OpenID Connect: the ID token says who is there, to this client and for this request; the client checks it and its nonce (OpenID Connect Core §3.1.3.7).";

function asking(reasons: Profile["reasons"]): Profile["reasons"] {
  return {
    ...reasons,
    scopes: `${reasons.scopes} openid asks for an ID token (OpenID Connect Core §3.1.2.1).`,
  };
}

const NO_API = {
  accessToken: "Only for the server’s own UserInfo endpoint (OpenID Connect Core §5.3).",
  refreshToken:
    "None: once the ID token is checked, the application’s own session goes on (RFC 9700 §4.14.2 leaves issuing them to a risk assessment).",
};

function scoped(settings: Settings, scopes: readonly string[]): Settings {
  return {
    ...settings,
    scopes: [...scopes],
    idToken: {
      issuer: AUTH,
      signedWith: "ES256",
      nonce: true,
      claims: ["iss", "aud", "exp", "iat", "nonce"],
    },
    registration: {
      ...settings.registration,
      scope: scopes.join(" "),
      id_token_signed_response_alg: "ES256",
    },
  };
}

/** Nothing is called, so nothing has to last. */
function signInOnly(settings: Settings): Settings {
  const made = scoped(settings, ["openid"]);
  return {
    ...made,
    accessToken: { ...made.accessToken, audience: AUTH },
    refreshToken: null,
    storage: { ...made.storage, refreshToken: null },
    registration: { ...made.registration, grant_types: ["authorization_code"] },
  };
}
