import { getSimplePaths } from "xstate/graph";
import { describe, expect, it } from "vitest";
import { choiceMachine } from "./machine.ts";
import { outcomes } from "./outcome.ts";
import { type Answered, pathOf } from "./path.ts";
import { answerEvent, isQuestion, questions } from "./questions.ts";

const questionIds = Object.keys(questions).filter(isQuestion);

/** Every way through, found by answering every question with everything that may be answered. */
function waysFrom(answered: readonly Answered[]): readonly ReturnType<typeof pathOf>[] {
  const answers = Object.fromEntries(answered.map(({ question, answer }) => [question, answer]));
  const path = pathOf(answers);
  if (path.at.kind === "outcome") return [path];
  const { question } = path.at;
  return Object.keys(questions[question].options).flatMap((answer) =>
    waysFrom([...answered, { question, answer }]),
  );
}

const ways = waysFrom([]);

describe("the choice of a grant", () => {
  it("has as many ways through as its machine has, and every one ends in an outcome", () => {
    const paths = getSimplePaths(choiceMachine, {
      events: questionIds.flatMap((question) =>
        Object.keys(questions[question].options).flatMap(
          (answer) => answerEvent(question, answer) ?? [],
        ),
      ),
    });
    const ended = paths.filter(({ state }) => state.status === "done");
    const unanswerable = paths.filter(
      ({ state }) => state.status !== "done" && !questionIds.some((id) => id === state.value),
    );
    expect([ended.length, unanswerable]).toEqual([ways.length, []]);
    expect(ways.length).toBe(53);
  });

  it("asks two questions at least and five at most", () => {
    const lengths = ways.map(({ answered }) => answered.length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 5]);
  });

  it("comes to every outcome, and asks every question", () => {
    const reached = new Set(ways.map(({ at }) => (at.kind === "outcome" ? at.outcome : "")));
    const askedAll = new Set(ways.flatMap(({ answered }) => answered.map((one) => one.question)));
    expect([...reached].toSorted()).toEqual(Object.keys(outcomes).toSorted());
    expect([...askedAll].toSorted()).toEqual([...questionIds].toSorted());
  });

  it("has a state for every question and every outcome, and an edge for every answer", () => {
    const { states } = choiceMachine;
    const between = ["weighing"];
    expect(Object.keys(states).toSorted()).toEqual(
      [...questionIds, ...Object.keys(outcomes), ...between].toSorted(),
    );
    for (const question of questionIds) {
      const edges = Object.keys(questions[question].options).map((id) => `${question}.${id}`);
      expect(states[question]?.ownEvents.toSorted()).toEqual(edges.toSorted());
    }
  });

  it.each([
    [{ user: "no", program: "server", proof: "key" }, "service-key"],
    [{ user: "no", program: "shipped" }, "shipped-program"],
    [{ user: "yes", runs: "server", identity: "no", today: "nothing" }, "web"],
    [{ user: "yes", runs: "server", identity: "only", today: "nothing" }, "web-sign-in"],
    [{ user: "yes", runs: "browser", backend: "bff", identity: "also", today: "implicit" }, "bff"],
    [
      { user: "yes", runs: "browser", backend: "mediating", identity: "only", today: "nothing" },
      "bff",
    ],
    [
      { user: "yes", runs: "browser", backend: "mediating", identity: "no", today: "nothing" },
      "mediating",
    ],
    [{ user: "yes", runs: "browser", backend: "none", identity: "no", today: "implicit" }, "page"],
    [{ user: "yes", runs: "native", identity: "no", today: "password" }, "native"],
    [{ user: "yes", runs: "cli", display: "here" }, "cli"],
    [{ user: "yes", runs: "cli", display: "elsewhere" }, "remote-cli"],
    [{ user: "yes", runs: "device" }, "device"],
    [{ user: "yes", runs: "agent", agent: "desktop" }, "desktop-agent"],
    [{ user: "yes", runs: "agent", agent: "hosted" }, "hosted-agent"],
  ])("%j leads to %s", (answers, outcome) => {
    expect(pathOf(answers).at).toEqual({ kind: "outcome", outcome });
  });

  it("sends a build, where nobody can enter a code, to client credentials (RFC 6749 §4.4)", () => {
    const { display, user } = questions;
    expect(display.options["elsewhere"]?.text).toContain(
      "A build has nobody: it acts for no person, so change the first answer to No.",
    );
    expect(user.options["no"]?.text).toContain("such as a build or a nightly job");
    const { at } = pathOf({ user: "no", program: "server", proof: "key" });
    expect(at.kind === "outcome" && outcomes[at.outcome].profile.settings.grant).toBe(
      "client-credentials",
    );
  });

  it("says that a page with a server of its own is a page, and asks about that server next", () => {
    expect(questions.runs.options["browser"]?.text).toContain("one with a server of its own");
    expect(pathOf({ user: "yes", runs: "browser" }).at).toEqual({
      kind: "question",
      question: "backend",
    });
  });

  it("stops at the first answer that is missing or that nothing knows", () => {
    expect(pathOf({}).at).toEqual({ kind: "question", question: "user" });
    expect(pathOf({ user: "perhaps", runs: "device" })).toEqual({
      answered: [],
      at: { kind: "question", question: "user" },
    });
    expect(pathOf({ user: "yes", runs: "constructor" }).at).toEqual({
      kind: "question",
      question: "runs",
    });
  });

  it("passes over answers to questions that do not come", () => {
    const { answered, at } = pathOf({ user: "yes", backend: "bff", runs: "device", today: "x" });
    expect([answered, at]).toEqual([
      [
        { question: "user", answer: "yes" },
        { question: "runs", answer: "device" },
      ],
      { kind: "outcome", outcome: "device" },
    ]);
  });
});
