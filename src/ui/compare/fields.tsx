import { ParameterValue } from "../exchange/parameter-value.tsx";
import { useWalk } from "../exchange/walk-context.ts";
import type { MarkedField } from "./fields.ts";

interface Props {
  readonly fields: readonly MarkedField[];
  readonly label: string;
}

/** What differs from the other side, and on request what does not. */
export function Fields({ fields, label }: Props) {
  const same = fields.filter(({ difference }) => difference === "same");
  const shown = fields.filter(({ difference }) => difference !== "same");
  return (
    <>
      {shown.length > 0 && <List fields={shown} label={label} />}
      {same.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer py-2 text-sm text-quiet hover:text-ink sm:py-0.5">
            {shown.length > 0 ? "And " : ""}
            {same.length} that {same.length === 1 ? "is" : "are"} the same on both sides
          </summary>
          <List fields={same} label={`${label}, the same on both sides`} />
        </details>
      )}
    </>
  );
}

function List({ fields, label }: Props) {
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

function Row({ field: { name, value, difference } }: { readonly field: MarkedField }) {
  const { flow } = useWalk();
  return (
    <div
      data-field={name}
      data-difference={difference}
      className="grid grid-cols-1 gap-x-3 gap-y-0.5 border-b border-line py-1.5 lg:grid-cols-[minmax(7rem,11rem)_minmax(0,1fr)]"
    >
      <dt className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] leading-6 break-all">
        <span className="font-mono">{flow.values[name]?.title.replaceAll(" ", "_") ?? name}</span>
        <Mark difference={difference} />
      </dt>
      <dd className="min-w-0">
        <ParameterValue name={name} value={value} />
      </dd>
    </div>
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
