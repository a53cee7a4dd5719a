import type { Read, Step } from "../../flow/define-flow.ts";

/** The authorization request of the attacker's own sign-in without its challenge (RFC 9700 §4.8.1). */
export function stripped(authorize: Step): Step {
  if (authorize.kind !== "visit") throw new Error("The authorization request is a visit.");
  const { begin } = authorize;
  const asked = (read: Read<string>) =>
    begin.by === "opening" ? begin.url(read) : read("mallory_request");
  return {
    ...authorize,
    title: "Mallory asks for authorization, without Print’s challenge",
    spec: "RFC 9700 §4.8.1",
    why: "This is Mallory’s own browser, so Mallory may change the address before it is opened. Without code_challenge the code is bound to no verifier.",
    button: "send GET /authorize without code_challenge",
    begin: { by: "opening", url: (read) => withoutChallenge(asked(read)) },
  };
}

function withoutChallenge(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("code_challenge");
  url.searchParams.delete("code_challenge_method");
  return url.href;
}
