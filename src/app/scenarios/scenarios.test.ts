import { describe, expect, it } from "vitest";
import { scenarios } from "../../learn/scenarios/index.ts";
import { labAt } from "../attack/lab.ts";
import { subjectNamed } from "../choose/record.ts";
import { dataOf } from "./data.ts";
import { countOf, threatsOf, wholeWalks } from "./threats.ts";

const origin = "https://grantlab.example/oauth";
const absolute = (href: string) => origin + href;

describe("the scenarios", () => {
  it("are eight, each under an id of its own", () => {
    expect(scenarios.map(({ id }) => id)).toEqual([
      "single-page-app",
      "single-page-app-with-bff",
      "mobile-app",
      "command-line",
      "television",
      "service-to-service",
      "ai-agent",
      "implicit-migration",
    ]);
  });
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  "%s",
  (_, scenario) => {
    it("has walks that exist, the first with its settings", () => {
      const { grant, variant } = scenario.profile.settings;
      const [first] = scenario.walks.map(subjectNamed);
      expect([first?.target.grant, first?.target.variant]).toEqual([grant, variant]);
    });

    it("has threats the matrix knows, each of which has something to do against one of its walks", () => {
      const threats = threatsOf(scenario);
      const walks = wholeWalks(scenario).length;
      expect(threats.length).toBeGreaterThanOrEqual(3);
      for (const { row, results } of threats) {
        expect([row.id, results.length]).toEqual([row.id, walks]);
        expect(results.map(({ verdict }) => verdict)).not.toEqual(
          results.map(() => "does not apply"),
        );
        for (const { href, subject } of results) {
          const [path = "", search = ""] = href.split("?");
          const lab = labAt(path.replace("/attacks/", ""), search);
          expect("missing" in lab ? lab : [lab.way, lab.target.id]).toEqual([
            row.way,
            subject.target.id,
          ]);
        }
      }
    });

    it("says what to check, each with a section", () => {
      expect(scenario.review.length).toBeGreaterThanOrEqual(6);
      expect(scenario.review.filter(({ spec }) => !/§|^MCP 2026-07-28/.test(spec))).toEqual([]);
    });

    it("is whole as data: settings, threats with verdicts, whole addresses", () => {
      const data: unknown = JSON.parse(JSON.stringify(dataOf(scenario, absolute)));
      expect(data).toMatchObject({
        version: 1,
        id: scenario.id,
        settings: scenario.profile.settings,
        review: scenario.review,
        threats: threatsOf(scenario).map(({ why, results }) => ({
          why,
          results: results.map(({ verdict, href }) => ({ verdict, url: `${origin}${href}` })),
        })),
      });
    });
  },
);

describe("what the matrix says in a scenario", () => {
  it("is that a hostile script takes tokens from a page, and none from behind a BFF", () => {
    const gotIn = (id: string) =>
      scenarios
        .filter((scenario) => scenario.id === id)
        .flatMap(threatsOf)
        .flatMap(({ row, results }) =>
          results.some(({ verdict }) => verdict === "succeeds") ? [row.id] : [],
        );
    expect(gotIn("single-page-app")).toEqual([
      "script-in-page/silent-flow",
      "script-in-page/local-storage",
      "script-in-page/memory",
      "stolen-token/thief",
    ]);
    expect(gotIn("single-page-app-with-bff")).toEqual(["stolen-token/thief"]);
  });

  it("is that fewer attacks get in after the migration from implicit than before", () => {
    const scenario = scenarios.find(({ id }) => id === "implicit-migration");
    const walks = scenario === undefined ? [] : wholeWalks(scenario);
    const [after = 0, before = 0] = walks.map((walk) => countOf(subjectNamed(walk)).gotIn);
    expect(walks.length).toBe(2);
    expect(after).toBeLessThan(before);
  });
});
