import { errorCodes, errorTitle } from "../../learn/errors/answers.ts";
import { findRefusalWalk } from "../../learn/errors/walks/index.ts";
import type { RefusalWalk } from "../../learn/errors/walks/refusal.ts";
import { RefusalView } from "../errors/refusal-view.tsx";
import { headNamed } from "../head.ts";
import { NoSuch } from "../no-such.tsx";
import type { RefusalPlace } from "../places.ts";
import { useHead } from "../shell/use-head.ts";

/** The page of a walk that was made for one refusal, which stands right before it. */
export default function RefusalPage({ place: { code, check, search } }: { place: RefusalPlace }) {
  const walk = findRefusalWalk(code, check);
  return walk === undefined ? (
    <NoSuch
      what="walk"
      name={`${code}/${check}`}
      text="Walks that end in a refusal are found by its error:"
      ways={waysFor(code)}
    />
  ) : (
    <Found key={`${code}/${check}`} walk={walk} step={stepIn(walk, search)} />
  );
}

interface FoundProps {
  readonly walk: RefusalWalk;
  readonly step: string;
}

function Found({ walk, step }: FoundProps) {
  useHead(headNamed(walk.title, `${errorTitle(walk.code)}: ${walk.story}`));
  return <RefusalView walk={walk} step={step} />;
}

/** The step a link asks for; right before the refusal, where it asks for none there is. */
function stepIn({ flow, step }: RefusalWalk, search: string): string {
  const asked = new URLSearchParams(search).get("step");
  return asked !== null && Object.hasOwn(flow.steps, asked) ? asked : step;
}

/** The page of that error, where there is one; else those of all. */
function waysFor(code: string) {
  const known = errorCodes.filter((one) => one === code);
  return (known.length > 0 ? known : errorCodes).map((one) => ({
    href: `/errors/${one}`,
    title: errorTitle(one),
  }));
}
