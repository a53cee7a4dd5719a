import type { Flow, Read, Step, VisitStep } from "../../flow/define-flow.ts";
import { AUTH, EVIL, SCOPE } from "../../grants/cast.ts";
import { withQuery } from "../../oauth/wire.ts";
import { begun, changed, extended, withOutcomes, type Words } from "../../flow/edit-flow.ts";
import type { AnswerKind } from "../target.ts";
import { lureChapter } from "./cast.ts";

/** The id of the step in which the user comes to the attacker. */
export const LURE = "lure";

/** The user comes to a page of the attacker's, which everyone does once (RFC 9700 §3, A1). */
export function lurePage(next: string, why: string): VisitStep<string, string, string> {
  return {
    kind: "visit",
    title: "Alice opens a page of Mallory’s",
    from: "browser",
    to: "attacker",
    channel: "front",
    stage: "ask",
    spec: "RFC 9700 §3",
    why,
    chapter: lureChapter.id,
    userDoes: "opens evil.example",
    button: "open evil.example",
    begin: { by: "opening", url: () => `${EVIL}/` },
    classify: (answer) => (answer.response?.status === 200 ? "page" : ""),
    outcomes: { page: { label: "200 page", next } },
  };
}

interface Link {
  readonly clientId: string;
  readonly answer: AnswerKind;
  readonly redirectUri: string;
  /** S256. */
  readonly challenge?: string | undefined;
  /** Asks for a sign-in as well (OpenID Connect Core §3.1.2.1). */
  readonly nonce?: string | undefined;
  /** Parameters besides. */
  readonly more?: Readonly<Record<string, string>>;
}

/** An authorization request written by hand; nothing in one is a secret (RFC 6749 §4.1.1, §4.2.1). */
export function linkTo(link: Link): string {
  const { clientId, answer, redirectUri, challenge, nonce, more } = link;
  return withQuery(`${AUTH}/authorize`, {
    response_type: answer,
    client_id: clientId,
    redirect_uri: redirectUri,
    ...(nonce === undefined ? { scope: SCOPE } : { scope: `openid ${SCOPE}`, nonce }),
    ...(challenge === undefined
      ? {}
      : { code_challenge: challenge, code_challenge_method: "S256" }),
    ...more,
  });
}

/** The walk of a user whom a page of the attacker's sends to the authorization server: none of it was the client's idea. */
export function lured(flow: Flow, link: (read: Read<string>) => string, words: Words): Flow {
  const asked = changed(flow, "authorize", (step): Step => {
    if (step.kind !== "visit") throw new Error("The authorization request is a visit.");
    const visit: Step = { ...step, ...words, begin: { by: "opening", url: link } };
    return refusalsEnd({ ...visit, chapter: lureChapter.id });
  });
  const why =
    "A mail, an advertisement, a search result: sooner or later everyone opens a page of an attacker’s. It only sends her browser on.";
  const opened = extended(asked, { steps: { [LURE]: lurePage("authorize", why) } });
  return begun(opened, LURE, lureChapter);
}

/** An authorization request of an attacker's that is refused is where the attack ends, wherever the refusal is sent. */
export function refusalsEnd(step: Step): Step {
  const login = step.outcomes["login"]?.next;
  return withOutcomes(step, (outcome) =>
    outcome.next === login ? outcome : { ...outcome, next: "stop" },
  );
}
