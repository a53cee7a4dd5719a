/**
 * The private key of `NIGHTLY_KEY_CLIENT`. Everybody can read it here: it is a key of this laboratory, and of no use anywhere
 * else. A real one is made where it is used and never leaves.
 */
export const NIGHTLY_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "P_ubUMP8R7DKf_33tJTqwp7-UhzNpj5xh5ZTtFIcAYU",
  y: "xGWCVHv7gfFfFNqKN2d7jMLHqEyegP6UnPCJHXSqrQc",
  d: "pCAp_J6ug1qhTbe4Zh8t0cwA0gsSdgMcMmNLCUUT0bo",
};
