import { useWalk } from "../exchange/walk-context.ts";
import { Parties } from "../stepper/parties.tsx";
import { verdictOf } from "../stepper/verdict.ts";
import type { MarkedField } from "./fields.ts";
import { Fields } from "./fields.tsx";
import type { SideMessage } from "./messages.ts";

interface Props {
  /** Line of its stage, from 0; both sides count the same lines. */
  readonly row: number;
  readonly message: SideMessage;
  /** Whether it was the last this side sent. */
  readonly latest: boolean;
  /** Whether the next press sends the message that is next. */
  readonly moves: boolean;
  /** Title of the other side. */
  readonly other: string;
}

const LOOKS = {
  sent: "border-line bg-surface",
  next: "border-dashed border-accent bg-surface",
  later: "border-transparent",
};

/** A message of one side: who speaks to whom, and what in it the other side's message does not have. */
export function MessageCard({ row, message, latest, moves, other }: Props) {
  const { flow } = useWalk();
  const { number, facts, state, line, sent, came, alone } = message;
  const later = state === "later";
  return (
    <li
      data-message={message.step}
      data-message-state={state}
      {...(latest ? { "data-latest": "" } : {})}
      style={{ gridRow: row + 1 }}
      className={`min-w-0 scroll-mt-32 scroll-mb-28 rounded-xl border px-4 ${later ? "py-0.5" : "py-3"} ${LOOKS[state]}`}
    >
      <p
        className={`leading-6 text-pretty ${later ? "text-[0.9375rem] text-quiet" : "font-semibold"}`}
      >
        <span className="tabular-nums text-quiet">{number}.</span>{" "}
        {state === "next" && <span className="text-accent">{moves ? "Next: " : "Waits: "}</span>}
        {facts.title}
        {alone && !later && <Alone other={other} />}
      </p>
      {!later && (
        <>
          <div className="mt-1.5">
            <Parties flow={flow} step={facts} />
          </div>
          {line !== undefined && (
            <p className="mt-2 font-mono text-[0.8125rem] leading-6 break-all">{line}</p>
          )}
          <Fields fields={sent.filter(isTelling)} label="Parameters of the request" />
          <Answer message={message} />
          <Same fields={[...sent, ...came].filter((field) => !isTelling(field))} />
        </>
      )}
    </li>
  );
}

function Alone({ other }: { readonly other: string }) {
  return (
    <span className="ml-2 rounded-md bg-accent-tint px-1.5 py-0.5 text-[0.8125rem] font-medium text-accent">
      only here<span className="sr-only">: {other} has no such message</span>
    </span>
  );
}

const VERDICTS = {
  accepted: "text-good",
  held: "text-quiet",
  refused: "text-bad",
  "not yet": "text-ink",
};

function Answer({ message: { taken, came } }: { readonly message: SideMessage }) {
  const fields = came.filter(isTelling);
  if (taken === undefined) return <Fields fields={fields} label="Parameters of the answer" />;
  const made = taken.entry.local !== undefined;
  const verdict = verdictOf(taken);
  return (
    <>
      <p className="mt-2 text-sm">
        <span className="mr-1.5 font-semibold">{made ? "Result" : "Answer"}</span>
        <span className={VERDICTS[verdict.kind]}>
          {verdict.kind === "refused" || verdict.kind === "not yet" ? verdict.text : taken.label}
        </span>
      </p>
      <Fields fields={fields} label={made ? "Made" : "Parameters of the answer"} />
    </>
  );
}

function Same({ fields }: { readonly fields: readonly MarkedField[] }) {
  if (fields.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="w-fit cursor-pointer py-2 text-sm text-quiet hover:text-ink sm:py-0.5">
        {fields.length === 1 ? "1 parameter is" : `${fields.length} parameters are`} the same on
        both sides
      </summary>
      <Fields fields={fields} label="The same on both sides" />
    </details>
  );
}

/** Whether it says something the other side’s message does not. */
function isTelling({ difference }: MarkedField): boolean {
  return difference !== "same";
}
