import type { GrantAdvice } from "../grant.ts";

const common = {
  rfc6749:
    "Defined, for confidential clients only (§4.4). A refresh token SHOULD NOT be included (§4.4.3).",
  dontUseWhen:
    "The data belongs to a user: then she has to be asked. Or the program runs on users’ machines and can keep nothing to itself.",
};

/** What the specifications say of each variant, and when to use it. */
export const clientCredentialsAdvice: GrantAdvice = {
  basic: {
    ...common,
    rfc9700:
      "Not restricted. Asymmetric client authentication is RECOMMENDED over a shared secret (§2.5).",
    oauth21:
      "Kept (§4.2). A secret in the body must be supported there; the header may be (§2.4.1).",
    useWhen:
      "A program on your server asks for what is its own, and the secret has a safe place and a way to be changed.",
  },
  post: {
    ...common,
    rfc6749: `${common.rfc6749} The secret in the body is NOT RECOMMENDED (§2.3.1).`,
    rfc9700:
      "Not restricted. Asymmetric client authentication is RECOMMENDED over a shared secret (§2.5).",
    oauth21: "Kept (§4.2), and authorization servers must support it (§2.4.1).",
    useWhen: "The authorization server, or the library, has it no other way.",
  },
  "private-key-jwt": {
    ...common,
    rfc9700: "Its client authentication is RECOMMENDED (§2.5).",
    oauth21:
      "Kept (§4.2); its client authentication is RECOMMENDED, with the issuer as the only audience (§2.4).",
    useWhen:
      "A program on your server asks for what is its own. The key can stay in a key store, and nobody has to share a secret.",
  },
};
