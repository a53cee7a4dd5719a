import type { GrantAdvice } from "../grant.ts";

/** What the specifications say of each variant, and when to use it. */
export const deviceCodeAdvice: GrantAdvice = {
  frame: {
    rfc6749: "Not in it: RFC 8628 added it, as an extension grant (§4.5).",
    rfc9700: "Says nothing of its own about it; RFC 8628 §5 has the security considerations.",
    oauth21: "Left to RFC 8628, as an extension grant (§4.4).",
    useWhen:
      "The device has no browser or no fit keyboard, can reach the internet, and its user has another device at hand.",
    dontUseWhen:
      "The device has a browser: use authorization code + PKCE there. A code can be typed for a device that somebody else holds.",
  },
};
