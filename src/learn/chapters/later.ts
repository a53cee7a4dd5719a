import { ABLE, type ChapterFacts, CODE, RECAP, SOURCES, WALK } from "../chapter.ts";

/** Chapters 8 to 14: tokens, signing in and practice; then the appendix. */
export const laterChapters: readonly ChapterFacts[] = [
  {
    id: "access-token",
    title: "Using an access token",
    summary:
      "Show a token to an API, collect four refusals, and look with another script’s eyes at the five places where a browser can keep it.",
    minutes: 7,
    sections: [
      ABLE,
      WALK,
      "When it is refused",
      "JWT or opaque",
      "Where a browser keeps it",
      RECAP,
      CODE,
      SOURCES,
    ],
    sources: ["RFC 6749 §1.4", "RFC 6750 §2.1"],
    checked: "2026-11-22",
  },
  {
    id: "refresh-token",
    title: "Refresh tokens",
    summary:
      "Walk from an expired token to the repeated request, see a stolen refresh token found out, and let two tabs take turns.",
    minutes: 7,
    sections: [
      ABLE,
      WALK,
      "How long it lives",
      "Where to keep it",
      "When it comes twice",
      "Two tabs",
      RECAP,
      CODE,
      SOURCES,
    ],
    sources: ["RFC 6749 §6", "RFC 10017 §5.1.2"],
    checked: "2026-11-22",
  },
  {
    id: "device-code",
    title: "Devices without a keyboard",
    summary:
      "Walk a sign-in on two devices at once: one shows a code and polls, the other enters it. And see how somebody is talked into the wrong code.",
    minutes: 6,
    sections: [ABLE, WALK, "Polling", "What can go wrong", "When to use it", RECAP, CODE, SOURCES],
    sources: [
      "RFC 8628 §3.3.1",
      "RFC 8628 §3.5",
      "RFC 8628 §5.1",
      "RFC 8628 §5.4",
      "RFC 8628 §5.6",
      "RFC 8628 §6.1",
    ],
    checked: "2026-11-22",
  },
  {
    id: "password",
    title: "The user’s password, and why it is gone",
    summary:
      "Walk the grant in which the client gets to see the password, and name what cannot work with it.",
    minutes: 4,
    appendix: true,
    sections: [
      ABLE,
      WALK,
      "What cannot work",
      "What the server still has to do",
      "What the specifications say",
      RECAP,
      CODE,
      SOURCES,
    ],
    sources: ["RFC 6749 §4.3", "RFC 6749 §4.3.2", "RFC 9700 §2.4", "OAuth 2.1 §10"],
    checked: "2026-11-22",
  },
];
