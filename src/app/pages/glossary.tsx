import { Link } from "wouter";
import { stepOf } from "../../flow/define-flow.ts";
import { type Term, termId } from "../../learn/glossary/term.ts";
import { terms } from "../../learn/glossary/terms.ts";
import { sourceAddress } from "../../learn/source.ts";
import { flowAddress } from "../addresses.ts";
import { headNamed } from "../head.ts";
import { variantOf } from "../lesson/message.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Glossary",
  "The terms of OAuth 2.0, where each is defined and where it can be seen.",
);

/** The terms of OAuth, and where each can be seen. */
export default function GlossaryPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Glossary</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        {terms.length} terms: what each means, which text defines it, and a message in which you can
        see it.
      </p>
      <nav aria-label="Letters" className="mt-6 flex flex-wrap">
        {letters.map(([letter]) => (
          <a
            key={letter}
            href={`#${idOf(letter)}`}
            className="grid size-11 place-items-center rounded-lg font-semibold text-accent underline underline-offset-4 hover:bg-sunken"
          >
            {letter.toUpperCase()}
          </a>
        ))}
      </nav>
      {letters.map(([letter, under]) => (
        <section key={letter} aria-labelledby={idOf(letter)} className="mt-8">
          <h2 id={idOf(letter)} tabIndex={-1} className="scroll-mt-4 text-xl font-semibold">
            {letter.toUpperCase()}
          </h2>
          <dl className="mt-2 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
            {under.map((term) => (
              <Definition key={term.name} term={term} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** The terms under their first letters, in the order of the alphabet. */
const letters = [...byLetter()];

function byLetter(): ReadonlyMap<string, readonly Term[]> {
  const found = new Map<string, readonly Term[]>();
  for (const term of terms) {
    const letter = term.name.charAt(0).toLowerCase();
    found.set(letter, [...(found.get(letter) ?? []), term]);
  }
  return found;
}

function idOf(letter: string): string {
  return `letter-${letter}`;
}

function Definition({ term }: { term: Term }) {
  const { name, also = [], meaning, spec, seen } = term;
  const { title } = stepOf(variantOf(seen.grant, seen.variant).flow, seen.step);
  return (
    <div
      id={termId(term)}
      tabIndex={-1}
      className="scroll-mt-4 gap-x-8 p-5 target:bg-accent-tint sm:grid sm:grid-cols-[14rem_minmax(0,1fr)] sm:px-6"
    >
      <dt className="font-semibold">
        {name}
        {also.length > 0 && (
          <span className="block text-sm font-normal text-quiet">{also.join(", ")}</span>
        )}
      </dt>
      <dd className="max-sm:mt-1">
        <p>{meaning}</p>
        <p className="flex flex-wrap gap-x-5 text-[0.9375rem]">
          <a
            href={sourceAddress(spec)}
            rel="noopener"
            className="flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {spec}
          </a>
          <Link
            href={flowAddress(seen.grant, seen.variant, seen.step)}
            className="flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            See it: {title}
          </Link>
        </p>
      </dd>
    </div>
  );
}
