import mermaid from "mermaid";
import { describe, expect, test } from "vitest";
import { type Flow, isEnd, type Values } from "../flow/define-flow.ts";
import type { WalkEvent } from "../flow/to-machine.ts";
import { toMermaid } from "../flow/to-mermaid.ts";
import { requestOf, type Walk } from "../flow/walk.ts";
import type { WireRequest } from "../oauth/wire.ts";
import { type Lab, openLab } from "./lab.ts";

/** What the learner does when the walk comes to a step, once each, in order; anything else is Next. */
export interface Choice {
  readonly at: string;
  /** Changes the request that is shown; `values` are those the walk has gathered. */
  readonly edit?: (request: WireRequest, values: Values<string>) => WireRequest;
  /** Fills in the form of the page otherwise. */
  readonly fill?: Readonly<Record<string, string>>;
  /** Moves the clock on, in seconds, before anything else. */
  readonly clock?: number;
  /** Takes a detour. */
  readonly instead?: string;
}

/** A sentence and an exact trace: every step with the outcome it had, and the check that refused, if one did. */
export interface Scenario {
  readonly name: string;
  readonly choices?: readonly Choice[];
  /** `step:outcome`, or `step:outcome!check` when a check failed. */
  readonly via: readonly string[];
  /** Where the walk stands then: how it ended, or the step that waits after a refusal. */
  readonly ends: string;
  readonly state?: "waiting" | "failed" | "done";
}

/** Runs every scenario on the real servers, draws it, and proves that together they walk every exit of every step. */
export function describeFlow(name: string, flow: Flow, scenarios: readonly Scenario[]): void {
  describe(name, () => {
    test.each(scenarios)("$name", async (scenario) => {
      const lab = await openLab(flow);
      const { walk, unused } = await walkScenario(flow, lab, scenario);
      expect(
        walk.taken.map(
          ({ step, outcome, entry }) => `${step}:${outcome}${failedCheck(entry.checks)}`,
        ),
      ).toEqual(scenario.via);
      expect([walk.at, lab.state()]).toEqual([
        scenario.ends,
        scenario.state ?? stateAt(scenario.ends),
      ]);
      expect(unused).toEqual([]);
      await expectDiagrams(flow, walk);
    });

    test("every exit of every step is walked", () => {
      const walked = new Set(
        scenarios.flatMap(({ via }) => via.map((message) => message.split("!")[0])),
      );
      const exits = Object.entries(flow.steps).flatMap(([id, step]) =>
        Object.keys(step.outcomes).map((outcome) => `${id}:${outcome}`),
      );
      expect(exits.filter((exit) => !walked.has(exit))).toEqual([]);
    });
  });
}

function stateAt(end: string): "waiting" | "done" {
  return isEnd(end) ? "done" : "waiting";
}

async function expectDiagrams(flow: Flow, walk: Walk): Promise<void> {
  for (const folded of [false, true]) {
    const { source } = toMermaid(flow, walk, { folded });
    // Mermaid sanitizes these two with the DOM, which Node has none of.
    const drawn = source.replaceAll(/^acc(Title|Descr): .*\n/gm, "");
    expect(await mermaid.parse(drawn)).toMatchObject({ diagramType: "sequence" });
  }
}

function failedCheck(checks: readonly { id: string; outcome: string }[]): string {
  const failed = checks.find(({ outcome }) => outcome === "failed");
  return failed === undefined ? "" : `!${failed.id}`;
}

/** The walk, and the choices it never came to. */
async function walkScenario(flow: Flow, lab: Lab, scenario: Scenario) {
  const choices = [...(scenario.choices ?? [])];
  for (;;) {
    const walk = lab.walk();
    const stands = walk.taken.length === scenario.via.length;
    if (isEnd(walk.at) || stands || lab.state() === "failed") return { walk, unused: choices };
    const index = choices.findIndex(({ at }) => at === walk.at);
    const [choice] = index < 0 ? [] : choices.splice(index, 1);
    if (choice?.clock !== undefined) await lab.client.advance(choice.clock);
    await lab.send(eventOf(flow, walk, choice));
  }
}

function eventOf(flow: Flow, walk: Walk, choice: Choice | undefined): WalkEvent {
  if (choice?.instead !== undefined) return { type: "INSTEAD", step: choice.instead };
  const request = requestOf(flow, walk.at, walk);
  if (choice === undefined || request === undefined) return { type: "NEXT" };
  if (choice.edit !== undefined) return { type: "NEXT", edited: choice.edit(request, walk.values) };
  if (choice.fill === undefined) return { type: "NEXT" };
  return { type: "NEXT", typed: { ...request, body: new URLSearchParams(choice.fill).toString() } };
}

/** The same request with one query parameter set, or removed. */
export function withQueryParameter(name: string, value: string | undefined) {
  return (request: WireRequest): WireRequest => {
    const url = new URL(request.url);
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return { ...request, url: url.href };
  };
}

/** The same request with one form parameter set, or removed. */
export function withFormParameter(name: string, value: string | undefined) {
  return (request: WireRequest): WireRequest => {
    const fields = new URLSearchParams(request.body ?? "");
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
    return { ...request, body: fields.toString() };
  };
}
