import { describe, expect, it } from "vitest";
import { walkOf } from "../../flow/walk.ts";
import {
  refusedRedemption,
  tinyEntries,
  tinyFlow,
  tinyWalk,
} from "../exchange/tiny-flow.fixture.ts";
import { foldedMessages, listOf, selectionOf } from "./messages.ts";
import { announcement, verdictOf } from "./verdict.ts";

const refusedWalk = walkOf(tinyFlow, [...tinyEntries.slice(0, 4), refusedRedemption]);

function takenAt(walk: typeof refusedWalk, index: number) {
  const taken = walk.taken[index];
  if (taken === undefined) throw new Error("no such message");
  return taken;
}

describe("the list of messages", () => {
  it("numbers what was sent and what is promised in one row", () => {
    expect(
      listOf(tinyFlow, tinyWalk(4)).map(({ number, step, state }) => `${number} ${step} ${state}`),
    ).toEqual([
      "1 prepare past",
      "2 authorize past",
      "3 login past",
      "4 sign-in past",
      "5 redeem next",
      "6 use future",
    ]);
  });

  it("keeps a refused message and gives the one sent again a number of its own", () => {
    expect(
      listOf(tinyFlow, refusedWalk)
        .slice(4)
        .map(({ number, step, state, refused, edited }) => ({
          number,
          step,
          state,
          refused,
          edited,
        })),
    ).toEqual([
      { number: 5, step: "redeem", state: "past", refused: true, edited: true },
      { number: 6, step: "redeem", state: "next", refused: false, edited: false },
      { number: 7, step: "use", state: "future", refused: false, edited: false },
    ]);
  });

  it("folds into the flow's chapters", () => {
    expect(
      foldedMessages(tinyFlow, tinyWalk(2)).map(({ number, title, state, messages }) => ({
        number,
        title,
        state,
        steps: messages.map(({ step }) => step),
      })),
    ).toEqual([
      { number: 1, title: "Ask", state: "past", steps: ["prepare", "authorize"] },
      { number: 2, title: "Answer", state: "next", steps: ["login", "sign-in"] },
      { number: 3, title: "Redeem", state: "future", steps: ["redeem", "use"] },
    ]);
  });

  it("selects a message sent by its index and one to come by its step", () => {
    expect(listOf(tinyFlow, tinyWalk(5)).map(selectionOf)).toEqual([0, 1, 2, 3, 4, "use"]);
  });
});

describe("what is said of a message", () => {
  it("names the check that refused and its section", () => {
    const verdict = verdictOf(takenAt(refusedWalk, 4));
    expect(verdict.check?.id).toBe("token.pkce");
    expect(verdict.text).toBe(
      "Refused: “The verifier matches the challenge” did not hold (RFC 7636 §4.6).",
    );
  });

  it("announces a refusal in two sentences", () => {
    expect(announcement("Redeem the code", 5, takenAt(refusedWalk, 4))).toBe(
      "Message 5, Redeem the code: answered 400 invalid_grant. Refused by: The verifier matches the challenge.",
    );
  });

  it("announces what was answered, and what a party did by itself", () => {
    expect(announcement("Redeem the code", 5, takenAt(tinyWalk(6), 4))).toBe(
      "Message 5, Redeem the code: answered 200 access_token.",
    );
    expect(announcement("Make a verifier", 1, takenAt(tinyWalk(6), 0))).toBe(
      "Message 1, Make a verifier: made.",
    );
  });

  it("says that a held request has no answer yet", () => {
    const { response: _, ...held } = takenAt(tinyWalk(6), 2).entry;
    const taken = { ...takenAt(tinyWalk(6), 2), entry: held };
    expect(verdictOf(taken).kind).toBe("held");
    expect(announcement("Open the page", 3, taken)).toBe(
      "Message 3, Open the page: sent, and not answered yet.",
    );
  });

  it("counts the checks that held", () => {
    expect(verdictOf(takenAt(tinyWalk(6), 4)).text).toBe("Accepted: its one check held.");
    expect(verdictOf(takenAt(tinyWalk(6), 5)).text).toBe("Accepted.");
  });
});
