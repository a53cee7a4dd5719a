/** What the guide's contents say about a chapter before its text is loaded. */
export interface ChapterFacts {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Reading time without the walking. */
  readonly minutes: number;
  /** Its headings, in order; a test holds them to the text. */
  readonly sections: readonly string[];
}

/** The section with the walk of a chapter, reached when the walk has come to its end. */
export const WALK = "The walk";
/** The sections of the exercises of a chapter, reached when what they ask for is brought about. */
export const TASK = "Repair it";
export const GOAL = "On your own";

/** Whether a section counts as reached by what was done in it, not by being seen. */
export function isEarned(section: string): boolean {
  return [WALK, TASK, GOAL].includes(section);
}

/** The chapters of the guide, in order. */
export const chapters: readonly ChapterFacts[] = [
  {
    id: "authorization-code",
    title: "The authorization code grant",
    summary:
      "Walk the grant most applications need, see what a secret does and what PKCE does, and break it in four ways to see what holds.",
    minutes: 6,
    sections: [
      "What you will be able to do",
      "The walk",
      "Secret and PKCE",
      "What can go wrong",
      TASK,
      GOAL,
      "Recap",
      "The code",
    ],
  },
  {
    id: "client-credentials",
    title: "Client credentials",
    summary:
      "Walk the grant of programs without a user, see what they do when a token expires, and prove who is asking with a key instead of a secret.",
    minutes: 5,
    sections: [
      "What you will be able to do",
      "The walk",
      "When the token expires",
      "A secret that never travels",
      "What the specifications say",
      "Recap",
      "The code",
    ],
  },
  {
    id: "implicit",
    title: "Implicit, and why it went",
    summary:
      "Walk the grant that hands the access token to the browser, see where the token can be read, and what the specifications really say of it.",
    minutes: 5,
    sections: [
      "What you will be able to do",
      "The walk",
      "What it cannot say",
      "What the specifications say",
      "What code + PKCE does not change",
      "Recap",
      "The code",
    ],
  },
  {
    id: "password",
    title: "The user’s password, and why it is gone",
    summary:
      "Walk the grant in which the client gets to see the password, and name what cannot work with it.",
    minutes: 4,
    sections: [
      "What you will be able to do",
      "The walk",
      "What cannot work",
      "What the server still has to do",
      "What the specifications say",
      "Recap",
      "The code",
    ],
  },
  {
    id: "access-token",
    title: "Using an access token",
    summary:
      "Show a token to an API, collect four refusals, and look with another script’s eyes at the five places where a browser can keep it.",
    minutes: 7,
    sections: [
      "What you will be able to do",
      "The walk",
      "When it is refused",
      "JWT or opaque",
      "Where a browser keeps it",
      "Recap",
      "The code",
    ],
  },
  {
    id: "refresh-token",
    title: "Refresh tokens",
    summary:
      "Walk from an expired token to the repeated request, see a stolen refresh token found out, and let two tabs take turns.",
    minutes: 7,
    sections: [
      "What you will be able to do",
      "The walk",
      "How long it lives",
      "Where to keep it",
      "When it comes twice",
      "Two tabs",
      "Recap",
      "The code",
    ],
  },
  {
    id: "device-code",
    title: "Devices without a keyboard",
    summary:
      "Walk a sign-in on two devices at once: one shows a code and polls, the other enters it. And see how somebody is talked into the wrong code.",
    minutes: 6,
    sections: [
      "What you will be able to do",
      "The walk",
      "Polling",
      "What can go wrong",
      "When to use it",
      "Recap",
      "The code",
    ],
  },
];

/** The chapter of that id, or nothing. */
export function chapterNamed(id: string): ChapterFacts | undefined {
  return chapters.find((chapter) => chapter.id === id);
}

/** The id of a section's heading, for links: `What can go wrong` is `what-can-go-wrong`. */
export function sectionId(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
