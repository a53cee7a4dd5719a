import { Link } from "wouter";
import type { Attack } from "../../attacks/attack.ts";
import { attacks } from "../../attacks/index.ts";
import { attackAddress } from "../addresses.ts";
import { ExperimentsSection } from "../attack/experiments-section.tsx";
import { Results } from "../attack/results.tsx";
import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Attacks",
  "Ten attacks on OAuth 2.0, each to be run message by message, with every defence to switch off and on.",
);

/** The attack lab: every attack there is, and what came of it against each grant. */
export default function AttacksPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[80rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Attacks</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        Each attack is a walk with one more party, Mallory. You send the messages; a verdict is what
        the API or the client really answered. Leave a defence out, run it again, and see which
        check stops it.
      </p>
      <p className="mt-3 max-w-[44rem] text-quiet">
        The results below are of runs against the walks as they are, with every defence they have.{" "}
        <Link href="/compare" className="text-accent underline underline-offset-4">
          Compare grants
        </Link>{" "}
        to see them side by side.
      </p>
      {attacks.map((attack) => (
        <AttackSection key={attack.id} attack={attack} />
      ))}
      <ExperimentsSection />
    </div>
  );
}

function AttackSection({ attack }: { attack: Attack }) {
  const { id, title, summary, capability, spec } = attack;
  return (
    <section
      aria-labelledby={id}
      className="mt-6 rounded-2xl border border-line bg-surface p-5 sm:p-6 lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:gap-x-10"
    >
      <div>
        <h2 id={id} className="text-xl font-semibold tracking-tight">
          <Link
            href={attackAddress(id)}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {title}
          </Link>
        </h2>
        <p className="mt-1">{summary}</p>
        <p className="mt-3 text-[0.9375rem] text-quiet">
          <span className="font-semibold text-party-attacker">What the attacker can do:</span>{" "}
          {capability}
        </p>
        <p className="mt-2 text-sm text-quiet">{spec}</p>
      </div>
      <Results attack={attack} />
    </section>
  );
}
