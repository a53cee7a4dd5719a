import { promisedWalk, stepOf } from "../flow/define-flow.ts";
import { type Grant, grants, type Variant } from "../grants/index.ts";
import { flowAddress } from "./addresses.ts";
import type { MissingOfGrant } from "./flow-place.ts";
import { missingTitle } from "./head.ts";
import { HOME, Nowhere, type WayOn } from "./shell/nowhere.tsx";

/** Says that there is no such grant, variant or step, and what there is. */
export function NoSuchFlow({ asked }: { asked: MissingOfGrant }) {
  return <Nowhere title={missingTitle(asked)} text={TEXTS[asked.what]} ways={waysFrom(asked)} />;
}

const TEXTS: Record<MissingOfGrant["what"], string> = {
  grant: "These grants can be walked:",
  variant: "The grant can be walked in these variants:",
  step: "These are the steps of this walk:",
};

function waysFrom({ grant, variant }: MissingOfGrant): readonly WayOn[] {
  if (grant === undefined) {
    return [...grants.map(({ id, title }) => ({ href: `/flows/${id}`, title })), HOME];
  }
  return variant === undefined ? variantWays(grant) : stepWays(grant, variant);
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
