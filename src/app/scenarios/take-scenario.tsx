import { Download } from "lucide-react";
import { useState } from "react";
import { Link, useRouter } from "wouter";
import type { Scenario } from "../../learn/scenarios/scenario.ts";
import { settingsText } from "../../learn/scenarios/settings.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { save } from "../../ui/primitives/save.ts";
import { flowAddress } from "../addresses.ts";
import { dataOf } from "./data.ts";

/** The walk, the settings and the data of a scenario, to open or to take along. */
export function TakeScenario({ scenario }: { readonly scenario: Scenario }) {
  const { base } = useRouter();
  const [said, say] = useState("");
  const [walk] = scenario.walks;
  const { settings } = scenario.profile;
  const keep = (name: string, text: string) => {
    save(name, new Blob([text], { type: "application/json" }));
    say(`Saved ${name}.`);
  };
  const data = () => dataOf(scenario, (href) => new URL(base + href, location.origin).href);
  return (
    <div>
      <div className="mt-5 flex flex-wrap gap-2">
        <Link href={flowAddress(walk.grant, walk.variant)} className={buttonClass("primary")}>
          Open the stepper
        </Link>
        <button
          type="button"
          className={buttonClass("secondary")}
          onClick={() => keep(`${settings.name}.json`, settingsText(settings))}
        >
          <Download size={16} aria-hidden />
          Download settings
        </button>
        <button
          type="button"
          className={buttonClass("secondary")}
          onClick={() =>
            keep(`scenario-${scenario.id}.json`, `${JSON.stringify(data(), undefined, 2)}\n`)
          }
        >
          <Download size={16} aria-hidden />
          Download all of it
        </button>
      </div>
      <p role="status" className="mt-2 min-h-6 text-sm text-quiet">
        {said}
      </p>
    </div>
  );
}
