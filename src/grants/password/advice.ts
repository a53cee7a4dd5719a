import type { GrantAdvice } from "../grant.ts";

/** What the specifications say of each variant, and when to use it. */
export const passwordAdvice: GrantAdvice = {
  legacy: {
    rfc6749:
      "Defined for clients the user trusts fully, and only where other flows are not viable (§4.3). Its use SHOULD be minimized (§10.7).",
    rfc9700: "MUST NOT be used (§2.4).",
    oauth21: "Left out (§10).",
    useWhen: "Never.",
    dontUseWhen:
      "Always: a client with a browser can use a code and PKCE, one without can use a device code, and one without a user its own credentials.",
  },
};
