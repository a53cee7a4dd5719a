import type { Defence } from "../attack.ts";

/** The code is worth nothing without the verifier. */
export const pkce: Defence = {
  id: "token.pkce",
  title: "The code is redeemed only with its verifier (PKCE)",
  spec: "RFC 7636 §4.6",
  by: "authorization server",
  applies: ({ pkce: used }) => used,
};

/** The code is worth nothing without the client's secret. */
export const clientSecret: Defence = {
  id: "token.client-authenticated",
  title: "The client proves who it is with its secret",
  spec: "RFC 6749 §3.2.1",
  by: "authorization server",
  applies: ({ client }) => client.type === "confidential",
};

/** The ID token names the request it answers. */
export const nonce: Defence = {
  id: "client.id-token-nonce",
  title: "The client checks the nonce of the ID token",
  spec: "RFC 9700 §4.5.3.2",
  by: "client",
  applies: ({ openId }) => openId,
};

/** An answer is taken only where it was asked for. */
export const state: Defence = {
  id: "client.state",
  title: "The client checks the state",
  spec: "RFC 9700 §4.7.1",
  by: "client",
  wordsWithout: {
    check: {
      title: "Print checks what came back, but not the state",
      why: "Without that comparison Print cannot tell an answer to its own question from one that somebody planted.",
      button: "check what came back",
    },
  },
};

/** The answer goes only to an address that was registered. */
export const exactRedirectUri: Defence = {
  id: "authorize.redirect-uri",
  title: "The redirect URI must be exactly one that was registered",
  spec: "RFC 9700 §4.1.3",
  by: "authorization server",
  leftOut: { authorizationServer: { redirectUriMatching: "prefix" } },
};

/** A code is worth nothing at another address. */
export const sameRedirectUri: Defence = {
  id: "token.redirect-uri",
  title: "A code is redeemed with the redirect URI it was sent to",
  spec: "RFC 6749 §4.1.3",
  by: "authorization server",
  applies: ({ client }) => client.answer === "code",
};

/** The same, against answers to another sign-in at the same client. */
export const sameAddress: Defence = {
  ...sameRedirectUri,
  applies: ({ ownAddress }) => ownAddress,
};

/** The code works once. */
export const singleUse: Defence = {
  id: "token.code-unspent",
  title: "A code works once",
  spec: "RFC 6749 §4.1.2",
  by: "authorization server",
  applies: ({ client }) => client.answer === "code",
};

/** No code without a challenge, for clients that have to use PKCE. */
export const pkcePresent: Defence = {
  id: "authorize.pkce-present",
  title: "A request without a challenge is refused",
  spec: "RFC 9700 §2.1.1",
  by: "authorization server",
};

/** A verifier tells that there was a challenge. */
export const verifierExpected: Defence = {
  id: "token.pkce-expected",
  title: "A verifier without a challenge is refused",
  spec: "RFC 9700 §4.8.2",
  by: "authorization server",
};

/** The challenge gives the verifier away unless it is its hash. */
export const pkceMethod: Defence = {
  id: "authorize.pkce-method",
  title: "Only S256 will do",
  spec: "RFC 9700 §2.1.1",
  by: "authorization server",
};
