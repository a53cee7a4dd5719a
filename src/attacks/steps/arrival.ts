import type { LocalStep, Step, VisitStep } from "../../flow/define-flow.ts";
import type { Words } from "../../flow/edit-flow.ts";
import { credentialIn } from "./use.ts";

/** A redirect brings the user's browser to a page of the attacker's. */
export function arrival(next: string, words: Words): VisitStep<string, string, string> {
  return {
    kind: "visit",
    title: "The browser arrives at Mallory’s page",
    from: "browser",
    to: "attacker",
    channel: "front",
    stage: "answer",
    spec: "RFC 9700 §4.1",
    why: "The redirect goes where the request said.",
    chapter: "code",
    button: "follow the redirect",
    ...words,
    begin: { by: "redirect" },
    classify: (answer) => (answer.response?.status === 200 ? "page" : ""),
    outcomes: { page: { label: "200 page", next } },
  };
}

/** The page there reads what stands in its address, fragment included. */
export function readArrival(
  outcomes: Step["outcomes"],
  words: Words = {},
): LocalStep<string, string, string> {
  return {
    kind: "local",
    title: "Mallory’s page reads its address",
    from: "attacker",
    to: "attacker",
    channel: "local",
    stage: "answer",
    spec: "RFC 9700 §4.1",
    why: "A page may read its own address, the fragment too. Nothing about that is unusual.",
    chapter: "attack",
    button: "read the address",
    ...words,
    run: async (_, { browser }) => credentialIn(browser.address),
    outcomes,
  };
}
