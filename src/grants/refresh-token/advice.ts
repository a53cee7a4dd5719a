import type { GrantAdvice } from "../grant.ts";

const oauth21 =
  "Defined (§4.3); replay by public clients MUST be detected, by rotation or by binding (§4.3.1).";

/** What the specifications say of each variant, and when to use it. */
export const refreshTokenAdvice: GrantAdvice = {
  "rotating-public": {
    rfc6749: "Defined (§6); issuing refresh tokens is the server’s choice (§1.5).",
    rfc9700:
      "Public clients MUST have them sender-constrained or rotated (§2.2.2, §4.14.2). RFC 10017 §6.3.2.3 adds, for browsers: a maximum lifetime or an end when unused, and a rotation MUST NOT extend a lifetime set beforehand.",
    oauth21,
    useWhen: "A public client needs access for longer than an access token lives.",
    dontUseWhen:
      "The page has a server: let that hold the tokens. Or the access is needed once, while the user is there.",
  },
  confidential: {
    rfc6749: "Defined (§6); the client MUST authenticate, which binds the token to it.",
    rfc9700:
      "Replay detection is a MUST for public clients only (§4.14.2); expiry when unused is a SHOULD for all. FAPI 2.0 §5.3.2.1 forbids rotation but for extraordinary circumstances.",
    oauth21,
    useWhen: "A server works for the user while she is away, for days to months.",
    dontUseWhen:
      "No user is involved: client credentials need no refresh token. Or the secret is shipped to users.",
  },
  "reuse-detected": {
    rfc6749: "Foreseen as a threat (§10.4): rotation makes a second use visible.",
    rfc9700:
      "The server keeps the relationship of replaced tokens and revokes the active one when an old one comes back (§4.14.2).",
    oauth21,
    useWhen: "Public clients hold refresh tokens and cannot bind them to a key.",
    dontUseWhen:
      "You count on it to stop a thief: it detects a theft only after both have used the token. Bind the token to a key (DPoP) instead.",
  },
  "two-tabs": {
    rfc6749:
      "Says nothing of it: the client MUST discard the old token (§6), and may have two tabs.",
    rfc9700: "A spent token that comes again is a sign of theft (§4.14.2), whoever sent it.",
    oauth21,
    useWhen: "Tabs or workers share one refresh token: one at a time refreshes, the others read.",
    dontUseWhen: "Each tab has a sign-in of its own, and with it a family of its own.",
  },
};
