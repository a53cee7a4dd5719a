import { missingHead, missingTitle } from "./head.ts";
import { HOME, Nowhere, type WayOn } from "./shell/nowhere.tsx";
import { useHead } from "./shell/use-head.ts";

interface Props {
  /** What was asked for: `chapter`. */
  readonly what: string;
  /** The name that none has. */
  readonly name: string;
  /** What there is: “The guide has these chapters:”. */
  readonly text: string;
  readonly ways: readonly WayOn[];
}

/** Says that a list has nothing of that name, and what it has. */
export function NoSuch({ what, name, text, ways }: Props) {
  const asked = { what, name };
  useHead(missingHead(asked));
  return <Nowhere title={missingTitle(asked)} text={text} ways={[...ways, HOME]} />;
}
