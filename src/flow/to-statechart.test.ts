import { describe, expect, it } from "vitest";
import { smallFlow } from "./small-flow.fixture.ts";
import { statechartSource, toStatechart } from "./to-statechart.ts";

describe("toStatechart", () => {
  it("has a state for every step and for the end that can be reached", () => {
    expect(toStatechart(smallFlow).states.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
      "click: step",
      "make: step",
      "redirect: step",
      "authorize: step",
      "login: step",
      "callback: step",
      "token: step",
      "photos: step",
      "show: step",
      "look: step",
      "done: done",
    ]);
  });

  it("has an edge for every target of the machine, labelled with the outcomes that lead there", () => {
    const { edges } = toStatechart(smallFlow);
    expect(edges.filter(({ from }) => from === "token" || from === "look")).toEqual([
      { from: "token", to: "photos", kind: "outcome", labels: ["200 access_token"] },
      { from: "token", to: "token", kind: "outcome", labels: ["400 invalid_grant"] },
      { from: "look", to: "done", kind: "outcome", labels: ["200 Your photos"] },
    ]);
  });

  it("leaves out the steps that an attack leads past, and says what the ends of its flow mean", () => {
    const shortcut = { made: { label: "taken at once", next: "token" as const } };
    const flow = {
      ...smallFlow,
      steps: { ...smallFlow.steps, click: { ...smallFlow.steps.make, outcomes: shortcut } },
      ends: { done: "The attack has run to its end", stop: "The attack goes no further" },
    };
    const { states, edges } = toStatechart(flow);
    expect(states.map(({ title }) => title)).toEqual([
      ...[
        flow.steps.click,
        flow.steps.token,
        flow.steps.photos,
        flow.steps.show,
        flow.steps.look,
      ].map(({ title }) => title),
      "The attack has run to its end",
    ]);
    expect(new Set(edges.map(({ from }) => from))).toEqual(
      new Set(["click", "token", "photos", "show", "look"]),
    );
  });

  it("has an edge for what may be done instead", () => {
    const { token, photos } = smallFlow.steps;
    const flow = {
      ...smallFlow,
      steps: {
        ...smallFlow.steps,
        photos: { ...photos, instead: [{ label: "Send the code again", next: "token" as const }] },
        token,
      },
    };
    expect(toStatechart(flow).edges.filter(({ kind }) => kind === "instead")).toEqual([
      { from: "photos", to: "token", kind: "instead", labels: ["Send the code again"] },
    ]);
  });

  it("is written as a Mermaid state diagram without the refusals that lead nowhere", () => {
    const source = statechartSource(toStatechart(smallFlow));
    expect(source.split("\n").filter((line) => /s6|s10|\[\*\]/.test(line))).toEqual([
      'state "Redeem the code, with<br/>the verifier" as s6',
      'state "Done#58; the client got<br/>what it wanted" as s10',
      "[*] --> s0",
      "s5 --> s6: the client answers later",
      "s6 --> s7: 200 access_token",
      "s9 --> s10: 200 Your photos",
      "s10 --> [*]",
    ]);
  });
});
