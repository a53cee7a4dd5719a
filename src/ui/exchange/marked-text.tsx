import { useMemo } from "react";
import { TONES } from "./tones.ts";
import { namedValues, segmentsOf } from "./values.ts";
import { useWalk } from "./walk-context.ts";

/** A text in which every value of the walk has its colour. */
export function MarkedText({ text }: { readonly text: string }) {
  const { flow, walk } = useWalk();
  const segments = useMemo(() => segmentsOf(text, namedValues(flow, walk)), [text, flow, walk]);
  return segments.map(({ text: piece, named }, index) =>
    named === undefined ? (
      piece
    ) : (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move.
        key={index}
        title={named.facts.title}
        className={`box-decoration-clone rounded px-0.5 ${TONES[named.facts.tone]}`}
      >
        {piece}
      </span>
    ),
  );
}

/** The same as a block of code that wraps. */
export function MarkedBlock({ text }: { readonly text: string }) {
  return (
    <pre className="rounded-xl bg-sunken p-3 font-mono text-[0.8125rem] leading-6 break-all whitespace-pre-wrap">
      <MarkedText text={text} />
    </pre>
  );
}
