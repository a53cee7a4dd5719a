import { Link } from "wouter";
import { errorTitle } from "../../learn/errors/answers.ts";
import { type ErrorFacts, type ErrorGroup, errorGroups } from "../../learn/errors/codes.ts";
import { causesOf } from "../../learn/errors/page.ts";
import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Errors",
  "Every error code of OAuth 2.0, with each cause to be run and what to fix.",
);

/** Every error code of OAuth. */
export default function ErrorsPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Errors</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        One code has many causes. Each page lists all that the servers here know, what to fix, and a
        walk in which you see it happen.
      </p>
      {errorGroups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { id, title, errors } }: { readonly group: ErrorGroup }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-2xl font-semibold tracking-tight">
        {title}
      </h2>
      <ul className="mt-4 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {errors.map((error) => (
          <Item key={error.code} error={error} />
        ))}
      </ul>
    </section>
  );
}

function Item({ error: { code, meaning } }: { readonly error: ErrorFacts }) {
  const title = errorTitle(code);
  return (
    <li className="relative p-4 hover:bg-sunken sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          <Link
            href={`/errors/${code}`}
            className={`text-accent after:absolute after:inset-0 ${title === code ? "font-mono" : ""}`}
          >
            {title}
          </Link>
        </h3>
        <span className="text-sm text-quiet">{counted(code)}</span>
      </div>
      <p className="mt-1 max-w-[44rem] text-[0.9375rem] text-quiet">{meaning}</p>
    </li>
  );
}

function counted(code: string): string {
  const causes = causesOf(code);
  if (causes.length === 0) return "not answered here";
  const toRun = causes.filter(({ cause }) => cause.way !== null).length;
  return `${causes.length} ${causes.length === 1 ? "cause" : "causes"}, ${toRun} to run`;
}
