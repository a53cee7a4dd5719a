import type { GrantAdvice } from "../grant.ts";

/** What the specifications say of each variant, and when to use it. */
export const implicitAdvice: GrantAdvice = {
  page: {
    rfc6749: "Defined, and optimized for public clients (§4.2).",
    rfc9700:
      "SHOULD NOT be used, unless token injection is prevented and the leaks are mitigated (§2.1.2). For browser-based clients RFC 10017 §7.2 is stricter: they MUST NOT use it, and the server MUST NOT issue access tokens in the authorization response.",
    oauth21: "Left out; response_type=token is no longer defined (§10.1).",
    useWhen: "Never for something new. Only while an old client is moved to code + PKCE.",
    dontUseWhen:
      "The client can send one request to the token endpoint, as every browser can today.",
  },
};
