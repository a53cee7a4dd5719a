import { useState } from "react";
import type { ValueFacts } from "../../flow/define-flow.ts";
import { CopyButton } from "../primitives/copy-button.tsx";
import { decodeJwt } from "./jwt.ts";
import { JwtView } from "./jwt-view.tsx";
import { TONES } from "./tones.ts";
import { shortened, valueNamed } from "./values.ts";
import { useWalk } from "./walk-context.ts";

interface Props {
  readonly value: string;
  /** The parameter it is the value of; settles which value it is when two are equal. */
  readonly name?: string;
  readonly edited?: boolean;
  /** Its colour where the walk does not know it. */
  readonly tone?: ValueFacts["tone"];
  /** Whether a token can be taken apart in place; it can unless told. */
  readonly decodable?: boolean;
}

const LONGEST = 28;
const CHIP = "rounded-md px-1.5 py-0.5 text-left font-mono text-[0.8125rem] leading-5 break-all";
const EDITED = "outline-1 outline-dashed outline-accent outline-offset-2";

/** A value in its colour. A long one is cut in its middle until it is pressed; a token can be decoded in place. */
export function ValueChip({ value, name, edited = false, tone, decodable = true }: Props) {
  const { flow, walk } = useWalk();
  const named = valueNamed(flow, walk, value, name);
  const look = `${CHIP} ${TONES[named?.facts.tone ?? tone ?? "plain"]} ${edited ? EDITED : ""}`;
  if (value === "") return <span className="text-sm text-quiet">empty</span>;
  if (value.length <= LONGEST) return <code className={look}>{value}</code>;
  return (
    <LongChip
      value={value}
      look={look}
      what={named?.facts.title ?? name ?? "the value"}
      decodable={decodable}
    />
  );
}

interface LongProps {
  readonly value: string;
  readonly look: string;
  readonly what: string;
  readonly decodable: boolean;
}

function LongChip({ value, look, what, decodable }: LongProps) {
  const [open, setOpen] = useState(false);
  const jwt = decodable ? decodeJwt(value) : undefined;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1.5">
      <button
        type="button"
        aria-expanded={open}
        title={open ? "Shorten" : value}
        onClick={() => setOpen(!open)}
        className={`${look} min-h-11 cursor-pointer hover:underline sm:min-h-0 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent`}
      >
        {open ? value : shortened(value, LONGEST)}
        <span className="sr-only">{open ? " (shorten)" : " (show all of it)"}</span>
      </button>
      {open && <CopyButton text={value} what={what} />}
      {jwt !== undefined && <JwtView jwt={jwt} />}
    </span>
  );
}
