import { type Step, stepOf } from "../../flow/define-flow.ts";
import type { CodeSample } from "../exchange/code-view.tsx";
import { type Draft, isEdited } from "../exchange/draft.ts";
import { FoldedCode, RequestView, ResponseView } from "../exchange/lazy.tsx";
import { statusLine } from "../exchange/raw.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { buttonClass } from "../primitives/button.ts";
import { MessageCard } from "./card.tsx";
import { promisedResponse } from "./promised-request.ts";
import type { Predicting } from "./props.ts";
import { placeOfNext } from "./verdict.ts";

interface Props {
  readonly total: number;
  readonly level: 2 | 3 | 4;
  readonly compact: boolean;
  readonly inFocus: boolean;
  readonly busy: boolean;
  readonly draft: Draft | undefined;
  /** The message as Next sends it: what was refused is put back. */
  readonly sending: Draft | undefined;
  readonly code: CodeSample | undefined;
  readonly predicting: Predicting | undefined;
  onDraft(draft: Draft): void;
  onInstead(step: string): void;
}

/** The message that is next: what it is for, and the request as it will be sent, which may be edited first. */
export function NextCard(props: Props) {
  const { total, level, compact, inFocus, draft, sending } = props;
  const { flow, walk } = useWalk();
  const step = stepOf(flow, walk.at);
  return (
    <MessageCard
      flow={flow}
      step={step}
      level={level}
      kicker="Next"
      place={placeOfNext(walk, total)}
      inFocus={inFocus}
      quiet={walk.taken.length > 0}
    >
      {step.userDoes !== undefined && (
        <p className="mt-2 text-[0.9375rem]">
          {userName(flow.parties)} {step.userDoes}.
        </p>
      )}
      {draft !== undefined && isEdited(draft) && (
        <p className="mt-3 w-fit rounded-md border border-dashed border-accent px-2 py-0.5 text-sm font-medium text-accent">
          {sending === draft
            ? "Edited: the receiver will get what you wrote"
            : "Your edit was refused: Next puts it back"}
        </p>
      )}
      {props.predicting !== undefined && <props.predicting.Ask draft={sending} />}
      {compact && !inFocus ? <StartLine draft={draft} /> : <Preview {...props} step={step} />}
      <Instead {...props} step={step} />
    </MessageCard>
  );
}

function Preview({ draft, code, onDraft, step }: Props & { readonly step: Step }) {
  const { flow, walk } = useWalk();
  if (draft !== undefined) {
    return (
      <div className="mt-3">
        <RequestView
          key={walk.at}
          draft={draft}
          channel={step.channel}
          before={walk.taken.length}
          code={code}
          onDraft={onDraft}
        />
      </div>
    );
  }
  const response = promisedResponse(flow, step, walk);
  return (
    <>
      {response !== undefined && (
        <div className="mt-4">
          <p className="mb-2 text-sm">
            <span className="font-semibold">The answer it will give</span>{" "}
            <span className="ml-1 font-mono font-semibold">{statusLine(response.status)}</span>
          </p>
          <ResponseView response={response} />
        </div>
      )}
      {code !== undefined && (
        <div className="mt-4">
          <FoldedCode key={walk.at} code={code} />
        </div>
      )}
    </>
  );
}

function StartLine({ draft }: { readonly draft: Draft | undefined }) {
  if (draft === undefined) return null;
  const { method, url } = draft.promised;
  return (
    <p className="mt-3 font-mono text-[0.8125rem] leading-6 break-all">
      <span className="font-semibold">{method}</span> {url.split("?")[0]}
    </p>
  );
}

function Instead({ step, busy, onInstead }: Props & { readonly step: Step }) {
  if (step.instead === undefined || step.instead.length === 0) return null;
  return (
    <div className="mt-5 flex flex-wrap items-center gap-2 border-t border-line pt-4">
      <span className="text-sm text-quiet">Or instead:</span>
      {step.instead.map(({ label, next }) => (
        <button
          key={next}
          type="button"
          aria-disabled={busy}
          className={buttonClass("secondary")}
          onClick={() => {
            if (!busy) onInstead(next);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function userName(parties: Readonly<Record<string, { role: string; name: string }>>): string {
  return Object.values(parties).find(({ role }) => role === "user")?.name ?? "The user";
}
