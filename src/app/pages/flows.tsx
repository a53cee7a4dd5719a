import { ArrowRight } from "lucide-react";
import { Link } from "wouter";
import { type Grant, grants } from "../../grants/index.ts";
import { chapterNamed } from "../../learn/chapters.ts";
import { flowAddress } from "../addresses.ts";
import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Flows",
  "The grants of OAuth 2.0 and their variants, each to be walked message by message.",
);

/** The catalogue: every grant that can be walked, in each of its variants. */
export default function FlowsPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Flows</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        Each one is walked against the same strict authorization server, one message at a press.
        Choose the client that is most like yours.
      </p>
      {grants.map((grant) => (
        <GrantSection key={grant.id} grant={grant} />
      ))}
    </div>
  );
}

function GrantSection({ grant }: { grant: Grant }) {
  return (
    <section aria-labelledby={grant.id} className="mt-10">
      <h2 id={grant.id} className="text-2xl font-semibold tracking-tight">
        {grant.title}
      </h2>
      <p className="mt-2 max-w-[44rem] text-quiet">
        {grant.summary}{" "}
        {chapterNamed(grant.id) !== undefined && (
          <Link href={`/learn/${grant.id}`} className="text-accent underline underline-offset-4">
            Read its chapter
          </Link>
        )}
      </p>
      <ul className="mt-6 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {grant.variants.map(({ id, title, forWhom }) => (
          <li key={id} className="relative p-5 hover:bg-sunken sm:px-6">
            <h3 className="text-lg font-semibold">
              <Link
                href={flowAddress(grant.id, id)}
                className="flex items-center justify-between gap-4 after:absolute after:inset-0"
              >
                {title}
                <ArrowRight size={20} aria-hidden className="shrink-0 text-accent" />
              </Link>
            </h3>
            <p className="mt-1 max-w-[44rem] text-quiet">{forWhom}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
