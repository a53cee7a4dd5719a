import { useEffect, useMemo, useRef, useState } from "react";
import { useRouter } from "wouter";
import type { Grant, Variant } from "../../grants/index.ts";
import { type Language, LANGUAGES } from "../../learn/languages.ts";
import { type CodeForStep, codeBySteps } from "../../learn/source-file.ts";
import { predictingFreely } from "../../ui/predict/predicting.tsx";
import type { VariantLink } from "../../ui/stepper/props.ts";
import { flowAddress } from "../addresses.ts";
import { Highlighted } from "../code.tsx";
import { type FlowAsked, flowAskedAt, flowHead } from "../flow-place.ts";
import { NoSuchFlow } from "../no-such-flow.tsx";
import type { FlowPlace } from "../places.ts";
import { LanguageChoice } from "../lesson/language-choice.tsx";
import { loadSample, useLanguage } from "../samples.ts";
import { useHead } from "../shell/use-head.ts";
import { PEOPLE } from "../bench/people.ts";
import { WalkBench } from "../bench/walk-bench.tsx";
import { sandboxOf } from "../walk/flow-stepper.tsx";

/** A variant of a grant on the whole bench. */
export default function FlowPage({ place }: { place: FlowPlace }) {
  useHead(flowHead(place));
  const asked = flowAskedAt(place);
  const embedded = new URLSearchParams(place.search).has("embed");
  return "what" in asked ? (
    <NoSuchFlow asked={asked} />
  ) : (
    <FlowBench key={asked.grant.id} asked={asked} embedded={embedded} />
  );
}

interface BenchProps {
  readonly asked: FlowAsked;
  /** Whether it stands alone, in a frame of another site. */
  readonly embedded: boolean;
}

function FlowBench({ asked: { grant, variant, step }, embedded }: BenchProps) {
  const { base } = useRouter();
  const code = useCode(grant, variant);
  const sandbox = sandboxOf(grant.id, variant.id);
  useFocusOnVariant(variant.id);
  return (
    <div className="mx-auto flex w-full max-w-[96rem] flex-1 flex-col px-4 pt-4 sm:px-6 sm:pt-6">
      <WalkBench
        key={sandbox}
        flow={variant.flow}
        sandbox={sandbox}
        step={step}
        variants={embedded ? [] : linksOf(grant, variant, base)}
        code={code}
        predicting={predictingFreely}
        people={PEOPLE}
        address={base + flowAddress(grant.id, variant.id)}
        embedded={embedded}
      />
    </div>
  );
}

/** Another variant is another stepper; the focus goes on from the link that led to it. */
function useFocusOnVariant(variant: string): void {
  const shown = useRef(variant);
  useEffect(() => {
    if (shown.current === variant) return;
    shown.current = variant;
    const link = document.querySelector("main [data-flow] a[aria-current]");
    if (link instanceof HTMLElement) link.focus({ preventScroll: true });
  }, [variant]);
}

function linksOf(grant: Grant, current: Variant, base: string): readonly VariantLink[] {
  return grant.variants.map(({ id, title, modelled }) => ({
    id,
    title,
    modelled,
    href: base + flowAddress(grant.id, id),
    current: id === current.id,
  }));
}

/** The code of each message in the chosen language, or in the first where that has none or does not come. Nothing until it is loaded. */
function useCode(grant: Grant, variant: Variant) {
  const [language, choose] = useLanguage();
  const [code, setCode] = useState<CodeBySteps>({});
  useEffect(() => {
    let gone = false;
    const take = (found: CodeBySteps) => {
      if (!gone) setCode(found);
    };
    // Without it a message can be read all the same.
    loadCode(grant, variant, language).then(take, () => take({}));
    return () => {
      gone = true;
    };
  }, [grant, variant, language]);
  return useMemo(() => {
    const aside = <LanguageChoice language={language} onChoose={choose} />;
    return Object.fromEntries(
      Object.entries(code).map(([step, { file, text }]) => [
        step,
        { file, text, view: <Highlighted text={text} file={file} />, aside },
      ]),
    );
  }, [code, language, choose]);
}

type CodeBySteps = Readonly<Record<string, CodeForStep>>;

async function loadCode(
  grant: Grant,
  { flow, sample = grant.id, notAsSample = [] }: Variant,
  language: Language,
): Promise<CodeBySteps> {
  const steps = Object.keys(flow.steps).filter((step) => !notAsSample.includes(step));
  const [first, chosen] = await Promise.all([
    loadSample(sample, LANGUAGES[0].id),
    loadSample(sample, language).catch(() => []),
  ]);
  return { ...codeBySteps(first, steps), ...codeBySteps(chosen, steps) };
}
