/** What changed for the people who use Grantlab, of one day. */
export interface Changes {
  /** ISO 8601. */
  readonly date: string;
  readonly title: string;
  readonly changes: readonly string[];
}

/** The newest first. */
export const changes: readonly Changes[] = [
  {
    date: "2026-11-23",
    title: "A token-mediating backend",
    changes: [
      "The code grant for a page whose server hands it access tokens, in chapter 12, in the choice of a grant, and under every attack.",
      "One way more for a script in the page: it asks the page’s own server for a token.",
      "Names of cookies promise what browsers hold them to: “__Host-Http-” in walks, texts and samples.",
      "Attacks are told of whoever signed in, their stories too.",
    ],
  },
  {
    date: "2026-11-23",
    title: "Around the guide",
    changes: [
      "The fifteen questions outlast a reload, and the times you answered them stand side by side.",
      "The search goes to what it found, also on the page you are on; the glossary has letters to jump by.",
      "The choice of a grant can be reached from home, and leads to the code that fits it.",
      "Every cause of an error but one is one press of Next away, many in a walk with that one mistake in it.",
      "What you press as soon as a chapter appears is not lost while its text is still on its way.",
      "The keys / and Ctrl-K open the search as soon as a page can be read. A stepper in a frame of another site has no search; there / blocked it.",
      "The page of a walk comes in a third of the requests, and the matrix with all its columns runs again in less time.",
    ],
  },
  {
    date: "2026-11-22",
    title: "The guide",
    changes: [
      "Fourteen chapters and an appendix, each with a walk, a client to repair, a goal to reach unaided, and the sections it rests on.",
      "A path to the right grant that ends in a decision record, and eight scenarios with their settings and threats.",
      "A page for every error code, with each cause to be run and what to fix.",
      "Clients in TypeScript, Python, Go and curl, by step in the stepper and in the chapters, as a zip to take along.",
      "A glossary, a search over everything (/ or Ctrl-K), and fifteen questions to know what you know.",
    ],
  },
  {
    date: "2026-11-22",
    title: "Every grant",
    changes: [
      "Client credentials, refresh tokens, the use of access tokens, the device grant and, as history, the password grant.",
      "The code grant with OpenID Connect, as a native app, and with a backend for the frontend.",
      "In the stepper: the clock, rewinding with branches, a view inside the server, predictions, mistakes at one press.",
      "Take a walk along as a link, curl, HAR, Mermaid, SVG or PNG. Embed it, project it, sign in as somebody else.",
      "Walks of thousands of messages stay quick.",
    ],
  },
  {
    date: "2026-11-22",
    title: "Attacks and the comparison",
    changes: [
      "The implicit grant, ten attacks in their ways, and defences to switch off and on.",
      "Two grants in lockstep, the matrix of attacks against grants, and the same in a real browser.",
    ],
  },
  {
    date: "2026-11-22",
    title: "The first walk",
    changes: [
      "The authorization code grant with a secret, with PKCE and with both, against an authorization server inside the page.",
      "Works offline after the first visit, goes on after a reload, and runs on Node as well.",
    ],
  },
];
