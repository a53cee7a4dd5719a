/** The sites, the people and the clients every walk, server and sample of Grantlab shares. */
export const AUTH = "https://auth.example";
export const API = "https://api.example";
export const PRINT = "https://print.example";
export const CALLBACK = `${PRINT}/callback`;

/** A client of the attacker's, registered like any other. */
export const QUIZ_CLIENT = {
  id: "quiz",
  secret: "quiz-secret-1Bv8",
  callback: "https://quiz.evil.example/callback",
};

/** Photos by which the API's answers for people can be told apart. */
export const ALICES_PHOTO = "Tea for three";
export const MALLORYS_PHOTO = "Nobody’s window, from the street";

/** Sites of the attacker: a page that keeps what it is sent, and what passes for a photo API. */
export const EVIL = "https://evil.example";
export const EVIL_API = "https://api.evil.example";

/** A native app's scheme of its own: any app of the device may claim it (RFC 8252 §7.1, §8.1). */
export const NATIVE_CALLBACK = "com.example.print:/callback";

/** A client on the user's own machine may use any port (RFC 8252 §7.3). */
export const LOOPBACK_CALLBACK = "http://127.0.0.1/callback";

export const ALICE = { username: "alice", password: "wonderland", name: "Alice Liddell" };
/** The attacker, who has an account like anyone. */
export const MALLORY = { username: "mallory", password: "looking-glass", name: "Mallory Hatter" };
export const BOB = { username: "bob", password: "builder", name: "Bob Baumeister" };

export const SCOPE = "photos.read";

/** A confidential client as they were before PKCE: the secret goes into the body. */
export const CLASSIC_CLIENT = { id: "print-classic", secret: "print-classic-secret-7Qd2" };

/** A confidential client as RFC 9700 §2.1.1 wants it: a secret and PKCE. */
export const SERVER_CLIENT = { id: "print-server", secret: "print-server-secret-9Kx4" };

/** A public client: a script in a page can keep no secret (RFC 6749 §2.1). */
export const PAGE_CLIENT = { id: "print-page" };

/** The same page as it was registered before PKCE, for the implicit grant. */
export const IMPLICIT_CLIENT = { id: "print-implicit" };
