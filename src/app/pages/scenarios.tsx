import { Link } from "wouter";
import { scenarios } from "../../learn/scenarios/index.ts";
import type { Scenario } from "../../learn/scenarios/scenario.ts";
import { subjectNamed } from "../choose/record.ts";
import { sideTitle } from "../compare/sides.ts";
import { headNamed } from "../head.ts";
import { countOf } from "../scenarios/threats.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Scenarios",
  "Real architectures, each with its grant, its settings and the threats that matter.",
);

/** Real architectures, each with its grant. */
export default function ScenariosPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[72rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Scenarios</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        Eight architectures as people build them: the messages, the settings as a file, what
        attackers got in each, and what to check in review. If yours is not among them,{" "}
        <Link href="/choose" className="text-accent underline underline-offset-4">
          a few questions
        </Link>{" "}
        lead to a grant.
      </p>
      <ul className="mt-8 grid gap-4 sm:grid-cols-2">
        {scenarios.map((scenario) => (
          <Card key={scenario.id} scenario={scenario} />
        ))}
      </ul>
    </div>
  );
}

function Card({ scenario: { id, title, summary, walks } }: { readonly scenario: Scenario }) {
  const subject = subjectNamed(walks[0]);
  const { ran, gotIn } = countOf(subject);
  return (
    <li className="flex flex-col rounded-2xl border border-line bg-surface p-5 sm:p-6">
      <h2 className="text-xl font-semibold tracking-tight">
        <Link
          href={`/scenarios/${id}`}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          {title}
        </Link>
      </h2>
      <p className="mt-1 flex-1">{summary}</p>
      <p className="mt-3 text-[0.9375rem] text-quiet">
        {sideTitle(subject)}. {ran} ways of attack were run against it; {gotIn} got in.
      </p>
    </li>
  );
}
