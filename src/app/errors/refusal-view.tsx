import { Link, useRouter } from "wouter";
import { errorTitle } from "../../learn/errors/answers.ts";
import { causesOf } from "../../learn/errors/page.ts";
import type { RefusalWalk } from "../../learn/errors/walks/refusal.ts";
import { PEOPLE } from "../bench/people.ts";
import { WalkBench } from "../bench/walk-bench.tsx";
import { Heading } from "../shell/heading.tsx";
import { refusalAddress } from "./run-address.ts";
import { Specs } from "./specs.tsx";

interface Props {
  readonly walk: RefusalWalk;
  /** The step to begin at. */
  readonly step: string;
}

/** The check that refuses, what to fix, and the walk on the whole bench, one press of Next before it happens. */
export function RefusalView({ walk, step }: Props) {
  const { code, check, flow } = walk;
  const { base } = useRouter();
  const address = refusalAddress(code, check);
  return (
    <div
      data-refusal={check}
      className="mx-auto flex w-full max-w-[96rem] flex-1 flex-col px-4 pt-4 sm:px-6"
    >
      <Link
        href={`/errors/${code}#${check}`}
        className="inline-flex min-h-11 items-center self-start text-accent underline underline-offset-4 [overflow-wrap:anywhere]"
      >
        {errorTitle(code)}: every cause
      </Link>
      <About walk={walk} />
      <WalkBench
        flow={flow}
        sandbox={`refusal.${code}.${check}`}
        step={step}
        restartAt={walk.step}
        heading={2}
        address={base + address}
        embedded={false}
        people={PEOPLE}
      />
    </div>
  );
}

function About({ walk: { code, check, story } }: Pick<Props, "walk">) {
  const cause = causesOf(code).find((one) => one.check === check);
  if (cause === undefined) return null;
  const { row, fix } = cause;
  return (
    <header className="pb-6 sm:pb-8">
      <p className="mt-1 text-sm font-medium text-bad">The check that fails</p>
      <Heading>{row.title}</Heading>
      <p className="mt-3 max-w-[44rem] text-lg text-quiet">{row.why}</p>
      <p className="mt-4 max-w-[44rem]">
        <span className="font-semibold">What is wrong here.</span> {story}
      </p>
      <p className="mt-2 max-w-[44rem] [overflow-wrap:anywhere]">
        <span className="font-semibold">What to fix.</span> {fix}
      </p>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-5 text-sm text-quiet">
        <Specs text={row.spec} />
        <span className="font-mono text-[0.8125rem]">{check}</span>
      </p>
    </header>
  );
}
