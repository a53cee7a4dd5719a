import { findScenario, scenarios } from "../../learn/scenarios/index.ts";
import type { Scenario } from "../../learn/scenarios/scenario.ts";
import { headNamed } from "../head.ts";
import { NoSuch } from "../no-such.tsx";
import { ScenarioView } from "../scenarios/scenario-view.tsx";
import { useHead } from "../shell/use-head.ts";

/** The page of one scenario. */
export default function ScenarioPage({ id }: { id: string }) {
  const scenario = findScenario(id);
  return scenario === undefined ? (
    <NoSuch what="scenario" name={id} text="These scenarios are described:" ways={WAYS} />
  ) : (
    <Found scenario={scenario} />
  );
}

function Found({ scenario }: { readonly scenario: Scenario }) {
  useHead(headNamed(scenario.title, scenario.summary));
  return <ScenarioView scenario={scenario} />;
}

const WAYS = scenarios.map(({ id, title }) => ({ href: `/scenarios/${id}`, title }));
