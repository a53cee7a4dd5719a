import type { ReactNode } from "react";
import { Link } from "wouter";
import { errorTitle } from "../../learn/errors/answers.ts";
import type { ErrorFacts } from "../../learn/errors/codes.ts";
import { causesOf, endpointsOf } from "../../learn/errors/page.ts";
import { Heading } from "../shell/heading.tsx";
import { CauseCard } from "./cause-card.tsx";
import { NotHere } from "./not-here.tsx";
import { Signs } from "./signs.tsx";
import { Specs } from "./specs.tsx";
import { placeName } from "./words.ts";

/** What an error means, where it comes from, and every cause of it. */
export function ErrorView({ error }: { readonly error: ErrorFacts }) {
  const { code, meaning, spec, status, note, elsewhere } = error;
  const causes = causesOf(code);
  const title = errorTitle(code);
  const runnable = causes.filter(({ cause }) => cause.way !== null);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <p className="text-sm">
        <Link
          href="/errors"
          className="inline-flex min-h-11 items-center text-quiet underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-8"
        >
          All errors
        </Link>
      </p>
      <Heading className={`[overflow-wrap:anywhere] ${title === code ? "font-mono" : ""}`}>
        {title}
      </Heading>
      <p className="mt-4 max-w-[44rem] text-lg">{meaning}</p>
      <dl className="mt-5 grid gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-[max-content_minmax(0,1fr)]">
        <Fact name="Defined in">
          <span className="flex flex-wrap gap-x-4">
            <Specs text={spec} />
          </span>
        </Fact>
        <Fact name="HTTP status">{status}</Fact>
        {causes.length > 0 && (
          <Fact name="Comes from">{endpointsOf(causes).map(placeName).join(", ")}</Fact>
        )}
      </dl>
      {note !== undefined && (
        <p className="mt-5 max-w-[44rem] border-l-2 border-accent pl-4">{note}</p>
      )}
      {elsewhere !== undefined && (
        <section aria-labelledby="fix" className="mt-8">
          <h2 id="fix" className="text-2xl font-semibold tracking-tight">
            What to do
          </h2>
          <p className="mt-2 max-w-[44rem]">{elsewhere}</p>
        </section>
      )}
      {code === "invalid_grant" && <Signs />}
      {causes.length > 0 && (
        <section aria-labelledby="causes" className="mt-10">
          <h2 id="causes" className="text-2xl font-semibold tracking-tight">
            {causes.length === 1 ? "The cause" : `${causes.length} causes`}
          </h2>
          <p className="mt-2 max-w-[44rem] text-quiet">
            {causes.length === 1 ? "It is a check" : "Each is a check"} of the servers and clients
            here.{" "}
            {runnable.length > 0 &&
              "Run it, and a walk begins in a world of its own, right before the refusal."}
          </p>
          <ol className="mt-5 space-y-4">
            {causes.map((one) => (
              <CauseCard key={one.check} of={one} />
            ))}
          </ol>
        </section>
      )}
      {code === "invalid_grant" && <NotHere />}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold sm:leading-8">{name}</dt>
      <dd className="min-w-0 max-w-[40rem] text-quiet sm:leading-8">{children}</dd>
    </>
  );
}
