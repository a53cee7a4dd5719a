import type { ReactNode } from "react";
import { Link } from "wouter";
import { SettingsList } from "../scenarios/settings-list.tsx";
import { CodeLink } from "./code-link.tsx";
import { Coded } from "./coded.tsx";
import { sourcesOfRecord } from "./markdown.ts";
import type { DecisionRecord } from "./record.ts";
import { RiskList } from "./risk-list.tsx";
import { SourceList } from "./source-list.tsx";
import { TakeRecord } from "./take-record.tsx";

interface Props {
  readonly record: DecisionRecord;
  /** Of this choice, without the base path. */
  readonly address: string;
}

/** The decision record on the page. */
export function RecordView({ record, address }: Props) {
  const { seenIn, migration, walk, beyond } = record;
  return (
    <article aria-labelledby="record" data-record={record.settings.name} className="mt-8">
      <p className="text-sm font-medium text-quiet">Decision record</p>
      <h2
        id="record"
        tabIndex={-1}
        className="mt-1 text-2xl font-semibold tracking-tight text-balance outline-none sm:text-3xl"
      >
        {record.title}
      </h2>
      <p className="mt-3 max-w-[46rem] text-lg">
        <Coded text={record.decision} />
      </p>
      <TakeRecord record={record} address={address} />
      <CodeLink {...record.settings} />
      {seenIn.length > 0 && (
        <Part title="Other walks that show a part of it">
          <ul className="mt-2">
            {seenIn.map(({ title, href, what }) => (
              <li key={href} className="py-1.5">
                <InText href={href}>{title}</InText>: {what}.
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Settings">
        <SettingsList rows={record.rows} />
      </Part>
      {migration.length > 0 && (
        <Part title="Migration">
          <ol className="mt-2 max-w-[46rem] list-decimal space-y-2 pl-6">
            {migration.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Part>
      )}
      <Part title="Rejected">
        <dl className="mt-2 max-w-[46rem] space-y-3">
          {record.rejected.map(({ title, why }) => (
            <div key={title}>
              <dt className="font-semibold">{title}</dt>
              <dd className="text-quiet">
                <Coded text={why} />
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="Residual risks">
        <p className="mt-2 max-w-[46rem] text-quiet">
          {record.ran} ways of attack that fit these settings were run against {walk.title}. These
          got in; each link runs it again.
        </p>
        <RiskList risks={record.risks} />
        {beyond.length > 0 && (
          <>
            <h4 className="mt-5 font-semibold">What no run shows</h4>
            <ul className="mt-2 max-w-[46rem] list-disc space-y-2 pl-6">
              {beyond.map((text) => (
                <li key={text}>
                  <Coded text={text} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part title="Further">
        <p className="mt-2">
          <InText href={`/scenarios/${record.scenario}`}>The scenario that goes deeper</InText>
        </p>
        <SourceList sources={sourcesOfRecord(record)} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-9">
      <h3 className="text-xl font-semibold tracking-tight">{title}</h3>
      {children}
    </section>
  );
}

function InText({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} className="text-accent underline underline-offset-4">
      {children}
    </Link>
  );
}
