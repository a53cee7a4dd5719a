import type { ReactNode } from "react";
import { Link } from "wouter";
import { settingRows } from "../../learn/scenarios/profile.ts";
import type { Scenario } from "../../learn/scenarios/scenario.ts";
import { settingsText } from "../../learn/scenarios/settings.ts";
import { CopyButton } from "../../ui/primitives/copy-button.tsx";
import { flowAddress } from "../addresses.ts";
import { CodeLink } from "../choose/code-link.tsx";
import { Coded } from "../choose/coded.tsx";
import { subjectNamed } from "../choose/record.ts";
import { SourceList } from "../choose/source-list.tsx";
import { sourcesOf } from "../choose/sources.ts";
import { sideTitle } from "../compare/sides.ts";
import { Heading } from "../shell/heading.tsx";
import { SettingsList } from "./settings-list.tsx";
import { TakeScenario } from "./take-scenario.tsx";
import { ThreatList } from "./threat-list.tsx";
import { countOf, threatsOf, wholeWalks } from "./threats.ts";
import { WalkDiagram } from "./walk-diagram.tsx";

/** A scenario, from what it is to what to check in review. */
export function ScenarioView({ scenario }: { readonly scenario: Scenario }) {
  const { title, about, walks, profile, review } = scenario;
  const whole = wholeWalks(scenario);
  return (
    <article
      data-scenario={scenario.id}
      className="mx-auto w-full max-w-[72rem] px-4 py-6 sm:px-6 sm:py-8"
    >
      <Link
        href="/scenarios"
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      >
        All scenarios
      </Link>
      <Heading className="mt-1">{title}</Heading>
      <div className="mt-4 max-w-[46rem] space-y-3 text-lg">
        {about.map((text) => (
          <p key={text}>
            <Coded text={text} />
          </p>
        ))}
      </div>
      <TakeScenario scenario={scenario} />
      <CodeLink {...profile.settings} />
      <Part title="The walks">
        <ul className="mt-2">
          {walks.map(({ grant, variant, what }) => (
            <li key={`${grant} ${variant}`} className="py-1.5">
              <Link
                href={flowAddress(grant, variant)}
                className="text-accent underline underline-offset-4"
              >
                {sideTitle(subjectNamed({ grant, variant }))}
              </Link>
              : {what}.
            </li>
          ))}
        </ul>
      </Part>
      {whole.map((name) => {
        const side = subjectNamed(name);
        const drawn = whole.length === 1 ? "The messages" : `The messages: ${sideTitle(side)}`;
        return (
          <Part key={side.target.id} title={drawn}>
            <WalkDiagram side={side} />
          </Part>
        );
      })}
      <Part title="Settings">
        <p className="mt-2 max-w-[46rem] text-quiet">
          As a starting point. Where the RFCs set no number, the numbers are this guide’s.
        </p>
        <SettingsList rows={settingRows(profile)} />
        <details className="mt-4">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-accent underline underline-offset-4">
            The file, with the registration in the names of RFC 7591
          </summary>
          <div className="mt-2 flex justify-end">
            <CopyButton text={settingsText(profile.settings)} what="the settings" />
          </div>
          <pre
            // A box that scrolls must be reachable by keyboard.
            tabIndex={0}
            className="mt-2 overflow-x-auto rounded-2xl border border-line bg-sunken p-4 font-mono text-sm"
          >
            {settingsText(profile.settings)}
          </pre>
        </details>
      </Part>
      <Part title="Threats that matter">
        <p className="mt-2 max-w-[46rem] text-quiet">{whole.map(countText).join(" ")}</p>
        <ThreatList threats={threatsOf(scenario)} />
      </Part>
      <Part title="What to check in review">
        <ul className="mt-3 max-w-[46rem] list-disc space-y-2 pl-6">
          {review.map(({ check, spec }) => (
            <li key={check}>
              <Coded text={check} /> <span className="text-quiet">({spec})</span>
            </li>
          ))}
        </ul>
        <SourceList sources={sourcesOf(textsOf(scenario))} />
      </Part>
    </article>
  );
}

function countText(name: Parameters<typeof subjectNamed>[0]): string {
  const subject = subjectNamed(name);
  const { ran, gotIn } = countOf(subject);
  return `Against ${subject.target.title}, ${ran} ways of attack were run; ${gotIn} got in.`;
}

function textsOf({ about, profile, threats, review }: Scenario): readonly string[] {
  return [
    ...about,
    ...settingRows(profile).map(({ why }) => why),
    ...threats.map(({ why }) => why),
    ...review.map(({ spec }) => spec),
  ];
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="text-2xl font-semibold tracking-tight">{title}</h2>
      {children}
    </section>
  );
}
