import { isEnd } from "../../flow/define-flow.ts";
import { AnsweredCard } from "./answered-card.tsx";
import { ComingCard } from "./coming-card.tsx";
import { Finished } from "./finished.tsx";
import { listOf } from "./messages.ts";
import { NextCard } from "./next-card.tsx";
import { Failure } from "./notes.tsx";
import type { ViewProps } from "./view-props.ts";

/** The message last answered, or the one looked at, and the one that is next. */
export function Messages(props: ViewProps & { readonly level: 2 | 3 | 4 }) {
  const {
    flow,
    walk,
    status,
    failure,
    stepper,
    level,
    compact = false,
    focus = [],
    code = {},
  } = props;
  const total = listOf(flow, walk).length;
  const shown = stepper.looking ?? walk.taken.length - 1;
  const step = typeof shown === "string" ? shown : walk.taken[shown]?.step;
  const ended = isEnd(walk.at);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <div className="empty:hidden">
        {step !== undefined && typeof shown === "string" && shown !== walk.at && (
          <ComingCard step={shown} level={level} inFocus={focus.includes(step)} />
        )}
        {step !== undefined && typeof shown === "number" && (
          <AnsweredCard
            index={shown}
            total={total}
            level={level}
            compact={compact}
            inFocus={focus.includes(step)}
            code={code[step]}
          />
        )}
      </div>
      {status === "failed" && <Failure failure={failure} />}
      {ended ? (
        <Finished level={level} variants={props.variants ?? []} onRestart={stepper.restart} />
      ) : (
        <NextCard
          total={total}
          level={level}
          compact={compact}
          inFocus={focus.includes(walk.at)}
          busy={status === "busy"}
          draft={stepper.draft}
          code={code[walk.at]}
          onDraft={stepper.setDraft}
          onInstead={props.onInstead}
        />
      )}
    </div>
  );
}
