import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Defence } from "../../attacks/attack.ts";
import { beginAnew } from "../attack/begin-anew.ts";
import { AS_WRITTEN, Bench, type Telling } from "../attack/bench.tsx";
import { attackHead } from "../attack/head.ts";
import { addressOf, flipped, flowOf, type Lab, labAt, sandboxOf } from "../attack/lab.ts";
import { NoSuchPage } from "../attack/no-such-page.tsx";
import { NotApplicable } from "../attack/not-applicable.tsx";
import { Setup } from "../attack/setup.tsx";
import { Story } from "../attack/story.tsx";
import type { AttackPlace } from "../places.ts";
import { useHead } from "../shell/use-head.ts";
import { Heading } from "../shell/heading.tsx";

/** An attack: its story, its setup, and the attacked walk on the whole bench. */
export default function AttackPage({ place: { attack, search } }: { place: AttackPlace }) {
  useHead(attackHead(attack, search));
  const asked = labAt(attack, search);
  return "missing" in asked ? <NoSuchPage asked={asked} /> : <LabPage lab={asked} />;
}

function LabPage({ lab }: { lab: Lab }) {
  const [, navigate] = useLocation();
  const { attack } = lab;
  const [ran, setRan] = useState<string>();
  const [{ say }, setTelling] = useState<Telling>(AS_WRITTEN);
  const flip = (defence: Defence, run: boolean) => {
    const next = flipped(lab, defence);
    const go = () => navigate(addressOf(next));
    const flow = flowOf(next);
    if ("reason" in flow) return go();
    setRan(run ? sandboxOf(next) : undefined);
    void beginAnew(flow, sandboxOf(next), go, run);
  };
  const flow = flowOf(lab);
  return (
    <div
      data-attack={attack.id}
      className="mx-auto flex w-full max-w-[96rem] flex-1 flex-col px-4 pt-4 sm:px-6"
    >
      <Link
        href="/attacks"
        className="inline-flex min-h-11 items-center self-start text-accent underline underline-offset-4"
      >
        All attacks
      </Link>
      <Heading className="mt-1">{attack.title}</Heading>
      <p className="mt-3 max-w-[44rem] text-lg text-quiet">{say(attack.summary)}</p>
      <div className="grid items-start gap-x-12 gap-y-6 py-6 sm:py-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <Story attack={attack} say={say} />
        <Setup lab={lab} say={say} onFlip={(defence) => flip(defence, false)} />
      </div>
      {"reason" in flow ? (
        <NotApplicable lab={lab} reason={flow.reason} />
      ) : (
        <Bench
          key={sandboxOf(lab)}
          lab={lab}
          flow={flow}
          focused={ran === sandboxOf(lab)}
          onTold={setTelling}
          onFlipAndRun={(defence) => flip(defence, true)}
        />
      )}
    </div>
  );
}
