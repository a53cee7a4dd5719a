import { API } from "../../grants/cast.ts";
import type { Settings } from "./settings.ts";

/** A client as it is set up, and why it is set up so. */
export interface Profile {
  readonly settings: Settings;
  /** A sentence or two for each, with the section that asks for it. */
  readonly reasons: Readonly<Record<Reasoned, string>>;
}

type Reasoned =
  | "accessToken"
  | "refreshToken"
  | "storage"
  | "clientAuthentication"
  | "pkce"
  | "redirectUris"
  | "scopes"
  | "senderConstraint";

/** A setting as a row of a table. */
export interface SettingRow {
  readonly title: string;
  readonly value: string;
  readonly why: string;
}

/** The settings in words, each with its reason. */
export function settingRows({ settings, reasons }: Profile): readonly SettingRow[] {
  const { accessToken, resource, idToken, clientAuthentication, pkce, senderConstraint } = settings;
  const row = (title: string, value: string, of: Reasoned) => ({ title, value, why: reasons[of] });
  return [
    row(
      "Access token",
      `${durationOf(accessToken.lifetime)}, for ${accessToken.audience} only`,
      "accessToken",
    ),
    ...(resource === undefined
      ? []
      : [{ title: "Resource", value: `resource=${resource}`, why: REASONS.resource }]),
    row("Refresh token", refreshText(settings), "refreshToken"),
    row("Storage", storageText(settings), "storage"),
    row(
      "Client authentication",
      clientAuthentication === "none" ? "none: a public client" : clientAuthentication,
      "clientAuthentication",
    ),
    row("PKCE", pkce ?? "not used", "pkce"),
    row("Redirect URIs", settings.redirectUris.join(", ") || "none", "redirectUris"),
    row("Scopes", settings.scopes.join(" "), "scopes"),
    ...(idToken === undefined
      ? []
      : [{ title: "ID token", value: idTokenText(idToken), why: REASONS.idToken }]),
    row("Sender constraint", senderConstraint, "senderConstraint"),
  ];
}

function idTokenText({ issuer, signedWith, claims }: NonNullable<Settings["idToken"]>): string {
  return `a fresh nonce in each authorization request; checked: signature (${signedWith}, by ${issuer}), ${claims.join(", ")}`;
}

function refreshText({ refreshToken: token }: Settings): string {
  if (token === null) return "none";
  const use = token.rotation ? "replaced on each use" : "kept";
  return `${use}; ends after ${durationOf(token.idleLifetime)} unused, after ${durationOf(token.absoluteLifetime)} in any case`;
}

function storageText({ storage }: Settings): string {
  const { accessToken, refreshToken, sessionCookie, loginCookie } = storage;
  const refresh = refreshToken === null ? "" : `; refresh token: ${refreshToken}`;
  const cookie = sessionCookie === null ? "" : `; the browser holds a cookie: ${sessionCookie}`;
  const login = loginCookie === undefined ? "" : `; while it signs in: ${loginCookie}`;
  return `access token: ${accessToken}${refresh}${cookie}${login}`;
}

const UNITS = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
] as const;

/** `900` is “15 minutes”. */
function durationOf(seconds: number): string {
  const [size, name] = UNITS.find(([unit]) => seconds % unit === 0) ?? UNITS[3];
  const count = seconds / size;
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

/** What all clients of the guide have in common: the API they call, and what they may do there. */
export const AUDIENCE = API;
export const READ_PHOTOS = "photos.read";

/** In seconds, as the times of settings are. */
export const MINUTES = 60;
export const HOURS = 3600;
export const DAYS = 86_400;

/** Reasons that are the same for most clients. */
export const REASONS = {
  shortLived:
    "An hour or less is a SHOULD: it limits what a leaked token is worth (RFC 6750 §5.3). 15 minutes to an hour is usual. For one API each, so that none can use it at another (RFC 9700 §2.3).",
  resource:
    "In the authorization request and in every token request: so the server knows which API the token is for (RFC 8707 §2). With MCP it is a MUST (MCP 2026-07-28, authorization).",
  idToken:
    "It says who signed in only once it is checked. The nonce ties it to the request of this browser, and MUST be compared (OpenID Connect Core §3.1.3.7).",
  publicRefresh:
    "For public clients rotation or a sender constraint is a MUST (RFC 9700 §2.2.2). Ending when unused is a SHOULD; how soon is the operator’s to set (RFC 9700 §4.14.2).",
  keptRefresh:
    "It works with the client’s credentials only (RFC 6749 §6), so it need not be replaced; ending when unused is a SHOULD (RFC 9700 §4.14.2).",
  secretKept:
    "The server can keep a secret. A key that signs would be better still: RFC 9700 §2.5 recommends it.",
  keySigns:
    "The private key never travels, and the server has nothing to lose. RECOMMENDED (RFC 9700 §2.5).",
  pkceConfidential:
    "A secret alone does not stop an injected code. RECOMMENDED for confidential clients (RFC 9700 §2.1.1).",
  pkcePublic: "A MUST for public clients (RFC 9700 §2.1.1).",
  exactUri: "Compared character by character (RFC 9700 §2.1).",
  leastScope: "Only what the application needs (RFC 9700 §2.3).",
  unbound:
    "The walk has none. Where server and API know DPoP, use it: binding tokens to a key is a SHOULD (RFC 9700 §2.2.1).",
} as const;
