import { statusLine } from "../exchange/raw.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { Parties } from "../stepper/parties.tsx";
import { verdictOf } from "../stepper/verdict.ts";
import { Fields } from "./fields.tsx";
import type { SideMessage } from "./messages.ts";

interface Props {
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
export function MessageCard({ message, latest, moves, other }: Props) {
  const { flow } = useWalk();
  const { number, facts, state, line, sent, alone } = message;
  const later = state === "later";
  return (
    <li
      data-message={message.step}
      data-message-state={state}
      {...(latest ? { "data-latest": "" } : {})}
      className={`scroll-mt-32 scroll-mb-28 rounded-xl border px-4 ${later ? "py-0.5" : "py-3"} ${LOOKS[state]}`}
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
          <Fields fields={sent} label="Parameters of the request" />
          <Answer message={message} />
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

const VERDICTS = { accepted: "text-good", held: "text-quiet", refused: "text-bad" };

function Answer({ message: { taken, came } }: { readonly message: SideMessage }) {
  if (taken === undefined) return <Fields fields={came} label="Parameters of the answer" />;
  const { local, response } = taken.entry;
  const verdict = verdictOf(taken);
  const status = response === undefined ? "" : ` ${statusLine(response.status)}`;
  return (
    <>
      <p className="mt-2 text-sm">
        <span className="font-semibold">{local === undefined ? "Answer" : "Result"}</span>
        <span className="ml-1.5 font-mono text-[0.8125rem]">{status}</span>{" "}
        <span className={VERDICTS[verdict.kind]}>
          {verdict.kind === "refused" ? verdict.text : taken.label}
        </span>
      </p>
      <Fields fields={came} label={local === undefined ? "Parameters of the answer" : "Made"} />
    </>
  );
}
