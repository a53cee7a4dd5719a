import type { LinkedWay } from "../../src/learn/errors/cause.ts";

type Changed = Partial<Omit<LinkedWay, "grant" | "variant" | "step">>;

/** A way by the name of its walk, its step and what is changed there. */
function way(walk: string, step: string, changed: Changed = {}): LinkedWay {
  const [grant = "", variant = ""] = walk.split("/");
  const plain = { from: "", wait: 0, mistake: "", edits: [] };
  return { grant, variant, step, ...plain, ...changed };
}

const CLASSIC = "authorization-code/classic";
const PUBLIC = "authorization-code/public-pkce";
const OPENID = "authorization-code/openid-connect";
const FRAME = "device-code/frame";

/** Ways that a search does not find, or finds uglier: tried before all others. */
export const picked: readonly LinkedWay[] = [
  way(CLASSIC, "authorize", { edits: ["add.query.resource=https://evil.example"] }),
  way(CLASSIC, "authorize", { edits: ["set.query.response_type=magic"] }),
  way(CLASSIC, "authorize", { edits: ["add.query.scope=photos.write"] }),
  way(CLASSIC, "authorize", { edits: ["set.query.client_id=print\u0000classic"] }),
  way(CLASSIC, "authorize", { edits: ["set.query.state=two\nlines"] }),
  way("authorization-code/native-app", "authorize", { edits: ["add.query.prompt=none"] }),
  way(OPENID, "authorize", { edits: ["add.query.prompt=none login"] }),
  way(OPENID, "authorize", { edits: ["add.query.max_age=soon"] }),
  way(OPENID, "authorize", { edits: ["add.query.request=eyJhbGciOiJub25lIn0"] }),
  way(OPENID, "authorize", { edits: ["add.query.request_uri=https://print.example/request"] }),
  way(OPENID, "authorize", { mistake: "broken-hint" }),
  way(PUBLIC, "authorize", { edits: ["set.query.code_challenge=too-short"] }),

  way(CLASSIC, "redeem", { mistake: "guess-secret" }),
  way(CLASSIC, "redeem", { wait: 61 }),
  way(CLASSIC, "redeem", { edits: ["set.form.grant_type=client_credentials"] }),
  way(CLASSIC, "redeem", { edits: ["set.form.grant_type=magic"] }),
  way(CLASSIC, "redeem", { edits: ["add.form.resource=https://evil.example"] }),
  way(CLASSIC, "redeem", { mistake: "verifier-unasked" }),
  way(CLASSIC, "redeem", { mistake: "broken-proof" }),
  way("authorization-code/secret-pkce", "redeem", { mistake: "two-ways" }),
  way(PUBLIC, "redeem", { mistake: "other-verifier" }),
  way(PUBLIC, "redeem", { mistake: "short-verifier" }),
  way(PUBLIC, "redeem", { edits: ["set.form.client_id=print-desktop"] }),
  way(PUBLIC, "replay"),
  way("client-credentials/private-key-jwt", "token", { mistake: "damaged-signature" }),
  way("refresh-token/rotating-public", "refresh", {
    edits: ["set.form.client_id=print-desktop"],
  }),
  way("refresh-token/rotating-public", "refresh", { mistake: "other-refresh-token" }),
  way("refresh-token/reuse-detected", "refresh"),
  way("refresh-token/reuse-detected", "thief_again"),
  way("password/legacy", "token", { mistake: "other-password" }),

  way(FRAME, "codes", { edits: ["set.form.client_id=print-page"] }),
  way(FRAME, "poll_early"),
  way(FRAME, "poll_early", { edits: ["set.form.client_id=wall-display"] }),
  way(FRAME, "poll", { from: "open" }),
  way(FRAME, "consent", { wait: 594 }),

  way("refresh-token/reuse-detected", "introspect", { mistake: "public-client" }),
  way("access-token/opaque", "revoke", { edits: ["set.form.client_id=print-page"] }),

  way("access-token/refusals", "tampered"),
  way("access-token/refusals", "scope"),
  way("access-token/refusals", "audience"),
  way("access-token/refusals", "api", { wait: 901 }),
  way("access-token/header", "bare"),
  way("access-token/header", "api", { mistake: "token-in-address" }),
  way("access-token/header", "api", { mistake: "as-dpop" }),
  way("access-token/header", "api", { mistake: "empty-bearer" }),
  way("access-token/opaque", "after"),
  way(OPENID, "validate", { wait: 301 }),
  way(OPENID, "userinfo", { mistake: "as-dpop" }),
  way(OPENID, "userinfo", { mistake: "empty-bearer" }),
];
