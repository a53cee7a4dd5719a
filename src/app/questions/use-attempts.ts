import { useMemo, useSyncExternalStore } from "react";
import {
  type Attempt,
  type Moment,
  momentNow,
  offerNow,
  parseAttempts,
} from "../../learn/questions/attempts.ts";
import { chapters } from "../../learn/chapters.ts";
import { standing } from "../../learn/progress.ts";
import { useStored } from "../../ui/primitives/use-stored.ts";
import { useProgress } from "../use-progress.ts";

const KEY = "grantlab.questions";

interface Attempts {
  /** Oldest first; kept in this browser only. */
  readonly attempts: readonly Attempt[];
  /** Which time it would be to answer now. */
  readonly moment: Moment;
  /** The time to offer the questions for, if they are to be offered now. */
  readonly offer: Moment | undefined;
  add(answers: Attempt["answers"]): void;
}

/** The times the reader has answered the questions. */
export function useAttempts(): Attempts {
  const [text, store] = useStored(KEY);
  const attempts = useMemo(() => parseAttempts(text), [text]);
  const guideDone = useGuideDone();
  const now = useArrival();
  const moment = momentNow(attempts, guideDone, now);
  return {
    attempts,
    moment,
    offer: offerNow(attempts, guideDone, now),
    add: (answers) =>
      store(JSON.stringify([...attempts, { at: new Date().toISOString(), moment, answers }])),
  };
}

/** Whether everything of the last numbered chapter is reached. */
function useGuideDone(): boolean {
  const progress = useProgress();
  const last = chapters.findLast(({ appendix }) => appendix === undefined);
  return last !== undefined && standing(progress, last.id, last.sections).next === undefined;
}

/** When this page was loaded, as of Date.now(); 0 while it is rendered at build time. */
function useArrival(): number {
  return useSyncExternalStore(
    () => () => undefined,
    () => Math.round(performance.timeOrigin),
    () => 0,
  );
}
