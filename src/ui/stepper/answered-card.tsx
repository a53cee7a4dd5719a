import { stepOf } from "../../flow/define-flow.ts";
import type { Taken } from "../../flow/walk.ts";
import { forkText } from "../branches/forks.ts";
import { Checklist } from "../exchange/checklist.tsx";
import { useErrorPages } from "../exchange/error-pages.ts";
import type { CodeSample } from "../exchange/code-view.tsx";
import { draftOf } from "../exchange/draft.ts";
import { FoldedCode, RequestView } from "../exchange/lazy.tsx";
import { statusLine } from "../exchange/raw.ts";
import { ResponseView } from "../exchange/response-view.tsx";
import { ValueChip } from "../exchange/value-chip.tsx";
import { useWalk } from "../exchange/walk-context.ts";
import { AskedFirst } from "./asked.tsx";
import { MessageCard } from "./card.tsx";
import { Cors } from "./cors.tsx";
import type { Predicting } from "./props.ts";
import { verdictOf } from "./verdict.ts";

interface Props {
  /** Its index in `walk.taken`. */
  readonly index: number;
  readonly total: number;
  readonly level: 2 | 3 | 4;
  readonly compact: boolean;
  readonly inFocus: boolean;
  readonly code: CodeSample | undefined;
  readonly predicting: Predicting | undefined;
}

const LOOKS = {
  accepted: "text-good",
  held: "text-quiet",
  "not yet": "text-ink",
  refused: "text-bad",
};

/** A message that was sent: what was asked, what really came back, the verdict, and the checks behind it. */
export function AnsweredCard(props: Props) {
  const { index, total, level, compact, inFocus, code } = props;
  const { flow, walk, forks } = useWalk();
  const errorPageOf = useErrorPages();
  const taken = walk.taken[index];
  if (taken === undefined) return null;
  const fork = forkText(forks?.get(index));
  const step = stepOf(flow, taken.step);
  const verdict = verdictOf(taken);
  const by = flow.parties[step.to]?.name ?? step.to;
  const { entry } = taken;
  return (
    <MessageCard
      flow={flow}
      step={step}
      level={level}
      place={`Message ${index + 1} of ${total}${fork === undefined ? "" : ` · ${fork}`}`}
      inFocus={inFocus}
    >
      <div className="mt-4 space-y-4">
        {entry.edited && (
          <p className="w-fit rounded-md border border-dashed border-accent px-2 py-0.5 text-sm font-medium text-accent">
            Edited before it was sent
          </p>
        )}
        <Sent taken={taken} index={index} code={compact ? undefined : code} compact={compact} />
        <Cors entry={entry} />
        <AskedFirst entry={entry} by={by} />
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-2">
          <p className="text-[0.9375rem]">
            <span className="font-semibold">
              {entry.local === undefined ? "Response" : "Result"}
            </span>{" "}
            <Status taken={taken} />
          </p>
          <p
            className={`text-[0.9375rem] font-medium ${LOOKS[verdict.kind]}`}
            data-result={verdict.kind}
          >
            {verdict.text}
          </p>
        </div>
        {props.predicting !== undefined && <props.predicting.Judged index={index} />}
        {entry.local !== undefined && <Made values={entry.local.values} />}
        {entry.response !== undefined && <ResponseView response={entry.response} brief={compact} />}
        <Checklist
          key={entry.id}
          checks={entry.checks}
          by={by}
          brief={compact}
          notYet={verdict.kind === "not yet"}
          errorPage={errorPageOf(entry)}
        />
      </div>
    </MessageCard>
  );
}

interface SentProps {
  readonly taken: Taken;
  readonly index: number;
  readonly code: CodeSample | undefined;
  readonly compact: boolean;
}

/** What was sent, down to its first line until it is opened; or the code of what a party did by itself. */
function Sent({ taken, index, code, compact }: SentProps) {
  const { flow } = useWalk();
  const { request, local, kind } = taken.entry;
  if (local !== undefined || request === undefined) {
    return code === undefined ? null : <FoldedCode key={taken.entry.id} code={code} />;
  }
  const line = (
    <span className="font-mono text-[0.8125rem] break-all">
      {kind === "respond" && <span className="font-sans text-quiet">Answers </span>}
      <span className="font-semibold">{request.method}</span> {request.url.split("?")[0]}
    </span>
  );
  if (compact) return <p>{line}</p>;
  return (
    <details key={taken.entry.id} className="rounded-xl border border-line">
      <summary className="min-h-11 cursor-pointer rounded-xl px-3 py-2 leading-6 hover:bg-sunken sm:min-h-0 focus-visible:outline-2 focus-visible:outline-accent">
        {line}
      </summary>
      <div className="px-3 pb-3">
        <RequestView
          draft={draftOf(request)}
          channel={stepOf(flow, taken.step).channel}
          before={index}
          code={code}
        />
      </div>
    </details>
  );
}

function Status({ taken }: { readonly taken: Taken }) {
  const { response, local } = taken.entry;
  if (local !== undefined) return taken.label;
  if (response === undefined) return "still to come";
  const { kind } = verdictOf(taken);
  const look = kind === "not yet" ? "text-ink" : response.status >= 400 ? "text-bad" : "text-good";
  return (
    <span className={`ml-2 font-mono font-semibold ${look}`}>{statusLine(response.status)}</span>
  );
}

function Made({ values }: { readonly values: Readonly<Record<string, string>> }) {
  const { flow } = useWalk();
  const made = Object.entries(values);
  if (made.length === 0) return null;
  return (
    <dl className="space-y-2">
      {made.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 sm:grid-cols-[minmax(6rem,10.5rem)_minmax(0,1fr)]">
          <dt className="text-sm leading-7">{flow.values[name]?.title ?? name}</dt>
          <dd className="min-w-0">
            <ValueChip value={value} name={name} />
            <span className="block text-sm text-quiet">{flow.values[name]?.what}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
