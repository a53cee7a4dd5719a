import { useMemo, useSyncExternalStore } from "react";
import {
  type Attempt,
  type Moment,
  momentNow,
  offerNow,
  parseAttempts,
  type Read,
} from "../../learn/questions/attempts.ts";
import { SOURCES } from "../../learn/chapter.ts";
import { chapters } from "../../learn/chapters.ts";
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
  const read = useRead();
  const now = useHour();
  const moment = momentNow(attempts, read, now);
  return {
    attempts,
    moment,
    offer: offerNow(attempts, read, now),
    add: (answers) =>
      store(JSON.stringify([...attempts, { at: new Date().toISOString(), moment, answers }])),
  };
}

const FIRST = chapters[0]?.id;
const LAST = chapters.findLast(({ appendix }) => appendix === undefined)?.id ?? "";

/** How much of the guide is read: all of it at the end of the last numbered chapter, nothing of it until the second. */
function useRead(): Read {
  const progress = useProgress();
  if (progress[LAST]?.includes(SOURCES)) return "all";
  return Object.keys(progress).some((chapter) => chapter !== FIRST) ? "some" : "nothing";
}

const HOUR = 3_600_000;

/** When this hour began, as of Date.now(), for a page may stay open for days; 0 while it is rendered at build time. */
function useHour(): number {
  return useSyncExternalStore(
    () => () => undefined,
    () => Math.floor(Date.now() / HOUR) * HOUR,
    () => 0,
  );
}
