import type { Report } from "./report.ts";

/** A small report with everything that needs care: quotes, commas, pipes, a formula. */
export const report: Report = {
  title: "Implicit against Code",
  date: "2026-01-31",
  address: "https://grantlab.example/compare/implicit/code",
  sides: ["Implicit", "Code"],
  duels: [
    {
      attack: "Leak",
      way: "From the history",
      modelled: "The history.",
      sides: [
        { verdict: "succeeds", word: "Succeeds", rest: ": the token is read & used." },
        { verdict: "stopped", word: "Stopped", rest: " by a check: PKCE (RFC 7636 §4.6)." },
      ],
    },
  ],
  matrix: {
    columns: ["Implicit", "Code", "Other"],
    rows: [
      {
        attack: "Leak",
        way: "From the history",
        modelled: "The history.",
        cells: [
          { verdict: "succeeds", text: "" },
          {
            verdict: "stopped",
            by: "token.pkce",
            text: "The verifier, or “=proof”",
            spec: "RFC 7636 §4.6",
          },
          undefined,
        ],
      },
      {
        attack: "Injection",
        way: "Of a code",
        cells: [
          { verdict: "does not apply", text: 'There is no "code" | none.' },
          { verdict: "stopped", by: "x.y", text: "x.y" },
          { verdict: "succeeds", text: "" },
        ],
      },
    ],
  },
  facts: {
    columns: ["Implicit", "Code"],
    chosen: [0, 1],
    rows: [
      { title: "Refresh", cells: ["None", "=HYPERLINK(1)"] },
      { title: "PKCE", cells: ["-", "Yes, S256"] },
    ],
  },
};
