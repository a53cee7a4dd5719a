import type { Check } from "../../oauth/checks.ts";
import type { Form } from "../body.ts";
import { type PageRefusal, refusePage } from "../page-refusal.ts";
import type { ServerContext } from "../ports.ts";
import type { Interaction } from "../records.ts";
import type { BrowserSession } from "../sessions.ts";

/** What is known of a request to the login or the consent page. */
export interface InteractionFacts extends Form {
  readonly server: ServerContext;
  readonly interaction: Interaction | undefined;
  readonly browser: BrowserSession | undefined;
}

/** The checks that the pages `login` and `consent` share. */
export function interactionChecks(
  page: "login" | "consent",
): readonly Check<InteractionFacts, PageRefusal>[] {
  return [
    {
      id: `${page}.well-formed`,
      title: "The request is well-formed",
      spec: "RFC 6749 Appendix B",
      why: "What cannot be read without guessing could be read differently by two parties.",
      refuse({ parameters: { malformed, repeated, unprintable }, problem }) {
        if (problem === "too_large") return refusePage("too_large");
        return problem !== undefined || malformed || repeated.length + unprintable.length > 0
          ? refusePage("malformed")
          : undefined;
      },
    },
    {
      id: `${page}.interaction`,
      title: "A sign-in of this address is under way",
      spec: "RFC 6749 §3.1",
      why: "The pages speak for a request that was checked; without one there is nothing to ask.",
      refuse: ({ interaction, server }) =>
        interaction !== undefined && interaction.expiresAt > server.now()
          ? undefined
          : refusePage("interaction_unknown"),
    },
    {
      id: `${page}.browser`,
      title: "The browser is the one that began it",
      spec: "RFC 6749 §10.12",
      why: "Otherwise another site could send this form in the user’s name, or have the user sign in for somebody else’s request.",
      refuse: ({ interaction, browser }) =>
        browser !== undefined && interaction?.browserId === browser.session.browserId
          ? undefined
          : refusePage("other_browser"),
    },
  ];
}
