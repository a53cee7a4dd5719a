import { Link } from "wouter";
import { promisedWalk, stepOf } from "../../flow/define-flow.ts";
import { type Grant, grants, type Variant } from "../../grants/index.ts";
import { chapters } from "../../learn/chapters.ts";
import { flowAddress } from "../addresses.ts";
import { missingTitle } from "../head.ts";
import type { Missing } from "../places.ts";
import { Heading } from "../shell/heading.tsx";

interface Way {
  readonly href: string;
  readonly title: string;
}

/** Says that an address leads nowhere, what there is instead, and where to go. */
export default function MissingPage({ missing }: { missing: Missing }) {
  return (
    <div className="mx-auto w-full max-w-[44rem] px-4 py-16 sm:px-6">
      <p className="font-mono text-sm text-quiet">404 Not Found</p>
      <Heading className="mt-2 [overflow-wrap:anywhere]">{missingTitle(missing)}</Heading>
      <p className="mt-4 text-lg text-quiet">{TEXTS[missing.what]}</p>
      <ul className="mt-6 divide-y divide-line rounded-2xl border border-line bg-surface">
        {waysFrom(missing).map(({ href, title }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex min-h-12 items-center px-5 py-2 text-accent hover:underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const TEXTS: Record<Missing["what"], string> = {
  page: "The address may be mistyped, or belong to another version of Grantlab. This is what there is:",
  chapter: "The guide has these chapters:",
  grant: "These grants can be walked:",
  variant: "The grant can be walked in these variants:",
  step: "These are the steps of this walk:",
};

const HOME: Way = { href: "/", title: "Home" };

function waysFrom({ what, grant, variant }: Missing): readonly Way[] {
  if (grant !== undefined && variant !== undefined) return stepWays(grant, variant);
  if (grant !== undefined) return variantWays(grant);
  if (what === "chapter") {
    return [...chapters.map(({ id, title }) => ({ href: `/learn/${id}`, title })), HOME];
  }
  if (what === "grant") {
    return [...grants.map(({ id, title }) => ({ href: `/flows/${id}`, title })), HOME];
  }
  return [HOME, { href: "/learn", title: "The guide" }, { href: "/flows", title: "Flows" }];
}

function variantWays({ id, title, variants }: Grant): readonly Way[] {
  return variants.map((variant) => ({
    href: flowAddress(id, variant.id),
    title: `${title}: ${variant.title}`,
  }));
}

function stepWays(grant: Grant, { id, flow }: Variant): readonly Way[] {
  return promisedWalk(flow).map((step) => ({
    href: flowAddress(grant.id, id, step),
    title: stepOf(flow, step).title,
  }));
}
