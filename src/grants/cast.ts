/** The sites, the people and the clients every walk, server and sample of Grantlab shares. */
export const AUTH = "https://auth.example";
export const API = "https://api.example";
export const PRINT = "https://print.example";
export const CALLBACK = `${PRINT}/callback`;

/** Another API of the same makers, which trusts the same authorization server. */
export const ARCHIVE = "https://archive.example";

/** A client of the attacker's, registered like any other. */
export const QUIZ_CLIENT = {
  id: "quiz",
  secret: "quiz-secret-1Bv8",
  callback: "https://quiz.evil.example/callback",
};

/** Photos by which the API's answers for people can be told apart. */
export const ALICES_PHOTO = "Tea for three";
export const BOBS_PHOTO = "Crane at sunrise";
export const MALLORYS_PHOTO = "Nobody’s window, from the street";

/** Sites of the attacker: a page that keeps what it is sent, and what passes for a photo API. */
export const EVIL = "https://evil.example";
export const EVIL_API = "https://api.evil.example";

/** A native app's scheme of its own: any app of the device may claim it (RFC 8252 §7.1, §8.1). */
export const NATIVE_CALLBACK = "com.example.print:/callback";

/** A client on the user's own machine may use any port (RFC 8252 §7.3). */
export const LOOPBACK_CALLBACK = "http://127.0.0.1/callback";

/** The user whose photos they are. */
export const ALICE = { username: "alice", password: "wonderland", name: "Alice Liddell" };
/** The attacker, who has an account like anyone. */
export const MALLORY = { username: "mallory", password: "looking-glass", name: "Mallory Hatter" };
/** Another user. */
export const BOB = { username: "bob", password: "builder", name: "Bob Baumeister" };

/** What Print asks for: to read photos. */
export const SCOPE = "photos.read";

/** What a client can ask for itself: the print jobs that wait for it. */
export const JOBS_SCOPE = "jobs.read";

/** A confidential client as they were before PKCE: the secret goes into the body. */
export const CLASSIC_CLIENT = { id: "print-classic", secret: "print-classic-secret-7Qd2" };

/** A confidential client as RFC 9700 §2.1.1 wants it: a secret and PKCE. */
export const SERVER_CLIENT = { id: "print-server", secret: "print-server-secret-9Kx4" };

/** A confidential client that also wants to know who its user is (OpenID Connect). */
export const OPENID_CLIENT = { id: "print-openid", secret: "print-openid-secret-2Vb7" };

/** The server behind a page, which holds the tokens for it (RFC 10017 §6.1). */
export const BFF_CLIENT = { id: "print-bff", secret: "print-bff-secret-6Gm3" };

/** The server behind a page, which hands it access tokens (RFC 10017 §6.2). */
export const MEDIATING_CLIENT = { id: "print-mediating", secret: "print-mediating-secret-8Yt5" };

/** Print’s app on the user’s own computer: a public client, since whoever has it can read it (RFC 8252 §8.5). */
export const NATIVE_CLIENT = { id: "print-desktop" };

/** A public client: a script in a page can keep no secret (RFC 6749 §2.1). */
export const PAGE_CLIENT = { id: "print-page" };

/** The same page as it was registered before PKCE, for the implicit grant. */
export const IMPLICIT_CLIENT = { id: "print-implicit" };

/** The grant type of RFC 8628 §3.4. */
export const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

/** A photo frame of Print’s: a public client, since whoever owns one can take it apart (RFC 8628 §5.6). */
export const FRAME_CLIENT = { id: "print-frame" };

/** Another maker’s device, registered like the frame. */
export const WALL_CLIENT = { id: "wall-display" };

/** Print's nightly job, registered once for each way to authenticate. It runs on a server, with no user near. */
export const NIGHTLY_CLIENT = { id: "print-nightly", secret: "print-nightly-secret-3Ws6" };
export const NIGHTLY_POST_CLIENT = {
  id: "print-nightly-post",
  secret: "print-nightly-secret-8Hc1",
};
export const NIGHTLY_KEY_CLIENT = { id: "print-nightly-key" };

/** An application from before OAuth, that was taught the password grant. */
export const LEGACY_CLIENT = { id: "print-legacy", secret: "print-legacy-secret-5Tn9" };

/** A service of Print’s that renews photo books every month: a confidential client that keeps its refresh token. */
export const ALBUM_CLIENT = { id: "print-album", secret: "print-album-secret-4Wm1" };

/** A single-page client whose access tokens are opaque. */
export const OPAQUE_CLIENT = { id: "print-opaque" };

/** The photo API, where it asks the authorization server about tokens (RFC 7662 §2.1). */
export const API_CLIENT = { id: "photo-api", secret: "photo-api-secret-3Tz8" };
