import type { Scenario } from "../../learn/scenarios/scenario.ts";
import { flowAddress } from "../addresses.ts";
import { threatsOf } from "./threats.ts";

/** All a scenario says, for other programs; `absolute` makes whole addresses. */
export function dataOf(scenario: Scenario, absolute: (href: string) => string): object {
  const { id, title, summary, about, walks, profile, review } = scenario;
  return {
    version: 1,
    id,
    title,
    summary,
    about,
    walks: walks.map(({ grant, variant, what }) => ({
      grant,
      variant,
      what,
      url: absolute(flowAddress(grant, variant)),
    })),
    settings: profile.settings,
    reasons: profile.reasons,
    threats: threatsOf(scenario).map(({ row, why, results }) => ({
      attack: row.attack.title,
      way: row.way.title,
      why,
      results: results.map(({ subject, verdict, word, rest, href }) => ({
        walk: subject.target.id,
        verdict,
        says: `${word}${rest}`,
        url: absolute(href),
      })),
    })),
    review,
  };
}
