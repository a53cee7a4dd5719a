import { useEffect } from "react";
import { isEnd } from "../../flow/define-flow.ts";
import { countOf } from "../../flow/messages.ts";
import { ComingCard } from "./coming-card.tsx";
import { AnsweredCard, Finished, preloadCards } from "./late-cards.tsx";
import { NextCard } from "./next-card.tsx";
import { Failure } from "./notes.tsx";
import type { ViewProps } from "./view-props.ts";

interface Props extends ViewProps {
  readonly level: 2 | 3 | 4;
}

/** The message last answered, or the one looked at, and the one that is next. */
export function Messages(props: Props) {
  const { flow, walk, status, stepper, level } = props;
  const total = countOf(flow, walk);
  const ended = isEnd(walk.at);
  useEffect(() => void preloadCards(), []);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {props.verdict}
      {ended && props.verdict === undefined && stepper.looking === undefined && (
        <Finished level={level} variants={props.variants ?? []} onRestart={stepper.restart} />
      )}
      <ShownCard {...props} total={total} />
      {status === "failed" && <Failure failure={props.failure} />}
      {!ended && (
        <NextCard
          total={total}
          level={level}
          compact={props.compact ?? false}
          inFocus={isInFocus(props, walk.at)}
          busy={status === "busy"}
          draft={stepper.draft}
          sending={stepper.sending}
          code={props.code?.[walk.at]}
          predicting={props.predicting}
          onDraft={stepper.setDraft}
          onInstead={props.onInstead}
        />
      )}
    </div>
  );
}

function ShownCard(props: Props & { readonly total: number }) {
  const { walk, stepper, level, total, compact = false, code } = props;
  const shown = stepper.looking ?? walk.taken.length - 1;
  if (typeof shown === "string") {
    if (shown === walk.at) return null;
    return <ComingCard step={shown} level={level} inFocus={isInFocus(props, shown)} />;
  }
  const step = walk.taken[shown]?.step;
  if (step === undefined) return null;
  return (
    <AnsweredCard
      index={shown}
      total={total}
      level={level}
      compact={compact}
      inFocus={isInFocus(props, step)}
      code={code?.[step]}
      predicting={props.predicting}
    />
  );
}

function isInFocus({ focus }: Props, step: string): boolean {
  return focus?.includes(step) ?? false;
}
