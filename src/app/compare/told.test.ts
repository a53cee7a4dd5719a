import { expect, test } from "vitest";
import type { Row } from "../../attacks/matrix.ts";
import { groupsOf } from "./outcomes.ts";
import { restOf, toldOf } from "./told.ts";

const row: Row = {
  id: "leak/history",
  attack: {
    id: "leak",
    title: "Leak",
    summary: "The token is read and used.",
    capability: "",
    spec: "",
    defences: [],
    ways: [],
  },
  way: {
    id: "history",
    title: "From the history",
    defences: [
      {
        id: "token.pkce",
        title: "PKCE is checked",
        spec: "RFC 7636 §4.6",
        by: "authorization server",
      },
      { id: "client.state", title: "The client checks state", spec: "RFC 9700 §4.7", by: "client" },
    ],
    against: () => ({ reason: "" }),
    proof: () => undefined,
  },
};
const cell = { attack: "leak/history", grant: "implicit" };

test("a verdict names the defence with its section, and a check nobody named by its id", () => {
  expect(toldOf(row, { ...cell, verdict: "stopped", by: "token.pkce" })).toEqual({
    verdict: "stopped",
    by: "token.pkce",
    text: "PKCE is checked",
    spec: "RFC 7636 §4.6",
  });
  expect(toldOf(row, { ...cell, verdict: "stopped", by: "other.check" })).toEqual({
    verdict: "stopped",
    by: "other.check",
    text: "other.check",
    spec: undefined,
  });
});

test("a sentence says what the attacker got, who is to thank, or why there is no way in", () => {
  expect([
    restOf(row, { ...cell, verdict: "succeeds" }),
    restOf(row, { ...cell, verdict: "stopped", by: "token.pkce" }),
    restOf(row, { ...cell, verdict: "stopped", by: "client.state" }),
    restOf(row, { ...cell, verdict: "stopped", by: "other.check" }),
    restOf(row, { ...cell, verdict: "does not apply", reason: "Print’s server keeps it." }),
  ]).toEqual([
    ": the token is read and used.",
    " by a check of the authorization server: PKCE is checked (RFC 7636 §4.6).",
    " by a precaution of the client: the client checks state (RFC 9700 §4.7).",
    " by a check: other.check.",
    ": Print’s server keeps it.",
  ]);
});

test("rows are grouped by what the choice changes; where it changes nothing is said as plainly", () => {
  const verdicts = ["succeeds", "stopped", "does not apply"] as const;
  const duels = verdicts.flatMap((one) =>
    verdicts.map((other) => ({
      row: { ...row, id: `${one}, ${other}` },
      left: { ...cell, verdict: one },
      right: { ...cell, verdict: other },
    })),
  );
  const grouped = groupsOf(duels).map(({ id, duels: own }) => [id, own.map((duel) => duel.row.id)]);
  expect(Object.fromEntries(grouped)).toEqual({
    differ: [
      "succeeds, stopped",
      "succeeds, does not apply",
      "stopped, succeeds",
      "does not apply, succeeds",
    ],
    "both fall": ["succeeds, succeeds"],
    "both hold": ["stopped, stopped", "stopped, does not apply", "does not apply, stopped"],
    "no way in": ["does not apply, does not apply"],
  });
});
