import { errorCodes, errorTitle } from "../../learn/errors/answers.ts";
import { findRefusalWalk } from "../../learn/errors/walks/index.ts";
import type { RefusalWalk } from "../../learn/errors/walks/refusal.ts";
import { RefusalView } from "../errors/refusal-view.tsx";
import { headNamed } from "../head.ts";
import { NoSuch } from "../no-such.tsx";
import type { RefusalPlace } from "../places.ts";
import { useHead } from "../shell/use-head.ts";

/** The page of a walk that was made for one refusal, which stands right before it. */
export default function RefusalPage({ place: { code, check } }: { place: RefusalPlace }) {
  const walk = findRefusalWalk(code, check);
  return walk === undefined ? (
    <NoSuch
      what="walk"
      name={`${code}/${check}`}
      text="Walks that end in a refusal are found by its error:"
      ways={waysFor(code)}
    />
  ) : (
    <Found key={`${code}/${check}`} walk={walk} />
  );
}

function Found({ walk }: { readonly walk: RefusalWalk }) {
  useHead(headNamed(walk.title, `${errorTitle(walk.code)}: ${walk.story}`));
  return <RefusalView walk={walk} />;
}

/** The page of that error, where there is one; else those of all. */
function waysFor(code: string) {
  const known = errorCodes.filter((one) => one === code);
  return (known.length > 0 ? known : errorCodes).map((one) => ({
    href: `/errors/${one}`,
    title: errorTitle(one),
  }));
}
