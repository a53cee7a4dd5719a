import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { secretPkceFlow } from "../../grants/authorization-code/secret-pkce.ts";
import { authorizationCodeFacts, variantFacts } from "../../grants/authorization-code/variants.ts";
import { CompactStepper } from "../../ui/stepper/compact-stepper.tsx";
import { flowAddress } from "../addresses.ts";
import type { Head } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";
import { FlowStepper, sandboxOf } from "../walk/flow-stepper.tsx";

// The one walk the home page has; the catalogue of all of them would come along for nothing.
const shown = variantFacts["secret-pkce"];

const HEAD: Head = {
  title: "Grantlab: learn OAuth 2.0 by running it",
  description:
    "Send every message of OAuth 2.0 yourself, to an authorization server that runs inside the page. Change what you like and see which check refuses it.",
};

/** What this is, in one screen, with the real flow to step right there. */
export default function HomePage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[96rem] px-4 sm:px-6">
      <div className="grid items-end gap-x-12 gap-y-4 pt-8 pb-6 sm:pt-12 sm:pb-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Heading className="lg:text-5xl">Learn OAuth&nbsp;2.0 by running it</Heading>
        <p className="max-w-[46rem] text-lg text-pretty text-quiet">
          OAuth lets an app use your data at another service without ever getting your password.
          Here it happens: print.example wants Alice’s photos. You send each message yourself, to an
          authorization server inside this tab. Change what you like, and see which check refuses
          it.
        </p>
      </div>
      <h2 className="sr-only">The authorization code grant, to be stepped here</h2>
      <FlowStepper
        view={CompactStepper}
        flow={secretPkceFlow}
        sandbox={sandboxOf(authorizationCodeFacts.id, shown.id)}
        compact
        heading={2}
      />
      <p className="mt-3">
        <Link
          href={flowAddress(authorizationCodeFacts.id, shown.id)}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          Go on with this walk on the whole bench
        </Link>
      </p>
      <Doors />
    </div>
  );
}

function Doors() {
  return (
    <nav
      aria-label="Where to go from here"
      className="grid gap-4 py-12 sm:py-16 md:grid-cols-2 xl:grid-cols-3"
    >
      <Door href="/learn" title="Read the guide">
        One running example, with the flow beside the text. You will know what a secret does, what
        PKCE does, and what neither does.
      </Door>
      <Door href="/choose" title="Choose a grant">
        The decision that matters most. A few questions about your application lead to a decision
        record, with what was rejected and which risks stay.
      </Door>
      <Door href="/flows" title="Step a flow">
        The whole bench: the diagram, every request, the server’s checklist, who knows what, the
        state machine and the clock.
      </Door>
      <Door href="/compare" title="Compare two grants">
        Implicit against code + PKCE in lockstep, what every attack got out of each, and the table
        to choose by.
      </Door>
      <Variants />
    </nav>
  );
}

const CARD = "rounded-2xl border border-line bg-surface p-6";

function Door({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <div className={`${CARD} group relative hover:border-accent`}>
      <h2 className="text-lg font-semibold">
        <Link
          href={href}
          className="flex items-center gap-2 after:absolute after:inset-0 after:rounded-2xl"
        >
          {title}
          <ArrowRight size={18} aria-hidden className="text-accent" />
        </Link>
      </h2>
      <p className="mt-2 text-quiet">{children}</p>
    </div>
  );
}

/** The same grant in its variants. */
function Variants() {
  const { id: grant, title: name } = authorizationCodeFacts;
  const variants = Object.values(variantFacts);
  return (
    <div
      className={`${CARD} md:col-span-2 xl:col-span-1 xl:col-start-3 xl:row-span-2 xl:row-start-1`}
    >
      <h2 className="text-lg font-semibold">
        {name}, {inWords(variants.length)} ways
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {variants.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={flowAddress(grant, id)}
              className="flex min-h-11 items-center justify-between gap-2 hover:text-accent"
            >
              {title}
              <ArrowRight size={18} aria-hidden className="text-accent" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function inWords(count: number): string {
  return ["no", "one", "two", "three", "four", "five", "six", "seven"][count] ?? String(count);
}
