import { promisedWalk, stepOf } from "../../flow/define-flow.ts";
import { type Grant, grants, type Variant } from "../../grants/index.ts";
import { chapters } from "../../learn/chapters.ts";
import { flowAddress } from "../addresses.ts";
import { missingTitle } from "../head.ts";
import type { Missing } from "../places.ts";
import { Nowhere, type WayOn } from "../shell/nowhere.tsx";

/** Says that an address leads nowhere, what there is instead, and where to go. */
export default function MissingPage({ missing }: { missing: Missing }) {
  return (
    <Nowhere title={missingTitle(missing)} text={TEXTS[missing.what]} ways={waysFrom(missing)} />
  );
}

const TEXTS: Record<Missing["what"], string> = {
  page: "The address may be mistyped, or belong to another version of Grantlab. This is what there is:",
  chapter: "The guide has these chapters:",
  grant: "These grants can be walked:",
  variant: "The grant can be walked in these variants:",
  step: "These are the steps of this walk:",
};

const HOME: WayOn = { href: "/", title: "Home" };

function waysFrom({ what, grant, variant }: Missing): readonly WayOn[] {
  if (grant !== undefined && variant !== undefined) return stepWays(grant, variant);
  if (grant !== undefined) return variantWays(grant);
  if (what === "chapter") {
    return [...chapters.map(({ id, title }) => ({ href: `/learn/${id}`, title })), HOME];
  }
  if (what === "grant") {
    return [...grants.map(({ id, title }) => ({ href: `/flows/${id}`, title })), HOME];
  }
  return [
    HOME,
    { href: "/learn", title: "The guide" },
    { href: "/flows", title: "Flows" },
    { href: "/compare", title: "Compare" },
    { href: "/attacks", title: "Attacks" },
  ];
}

function variantWays({ id, title, variants }: Grant): readonly WayOn[] {
  return variants.map((variant) => ({
    href: flowAddress(id, variant.id),
    title: `${title}: ${variant.title}`,
  }));
}

function stepWays(grant: Grant, { id, flow }: Variant): readonly WayOn[] {
  return promisedWalk(flow).map((step) => ({
    href: flowAddress(grant.id, id, step),
    title: stepOf(flow, step).title,
  }));
}
