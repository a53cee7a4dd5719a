import { ParameterValue } from "../exchange/parameter-value.tsx";
import { useWalk } from "../exchange/walk-context.ts";
import type { MarkedField } from "./fields.ts";

interface Props {
  readonly fields: readonly MarkedField[];
  readonly label: string;
}

/** Names and values, each with a mark where the other side has another or none. */
export function Fields({ fields, label }: Props) {
  if (fields.length === 0) return null;
  return (
    <dl aria-label={label} className="mt-1.5 border-t border-line">
      {fields.map((field, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may repeat, and rows never move.
          key={`${field.name}-${index}`}
          field={field}
        />
      ))}
    </dl>
  );
}

function Row({ field: { name, value, difference, fragment } }: { readonly field: MarkedField }) {
  const { flow } = useWalk();
  return (
    <div
      data-field={name}
      data-difference={difference}
      className="grid grid-cols-1 gap-x-3 gap-y-0.5 border-b border-line py-1.5 last:border-0 xl:grid-cols-[minmax(7rem,15.5rem)_minmax(0,1fr)]"
    >
      <dt className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] leading-6 break-all">
        <span className="font-mono">
          {fragment === true && <Hash />}
          {flow.values[name]?.title.replaceAll(" ", "_") ?? name}
        </span>
        <Mark difference={difference} />
      </dt>
      <dd className="min-w-0">
        <ParameterValue name={name} value={value} />
      </dd>
    </div>
  );
}

/** It stands in the fragment. */
function Hash() {
  return (
    <span title="In the fragment of the address: no request carries it">
      <span aria-hidden>#</span>
      <span className="sr-only">in the fragment: </span>
    </span>
  );
}

/** In a word and a sign what colour alone would not say. */
function Mark({ difference }: { readonly difference: MarkedField["difference"] }) {
  if (difference === undefined || difference === "same") return null;
  return (
    <span className="rounded bg-accent-tint px-1.5 text-xs leading-5 font-semibold whitespace-nowrap text-accent">
      <span aria-hidden>{difference === "differs" ? "≠ " : "+ "}</span>
      {difference}
    </span>
  );
}
