import type { Exercises } from "../../learn/exercise.ts";
import { exercises } from "../../learn/exercises/index.ts";
import { markReached, useProgress } from "../use-progress.ts";
import { ExerciseBox } from "./exercise-box.tsx";

interface Props {
  readonly chapter: string;
  /** The section it stands in, which is reached when it is brought about. */
  readonly section: string;
  readonly kind: keyof Exercises;
}

/** An exercise of a chapter. Throws `RangeError` when the chapter has none. */
export function ChapterExercise({ chapter, section, kind }: Props) {
  const reached = useProgress()[chapter]?.includes(section) === true;
  const exercise = exercises[chapter]?.[kind];
  if (exercise === undefined) throw new RangeError(`The chapter “${chapter}” has no ${kind}.`);
  return (
    <ExerciseBox
      name={`${chapter}.${kind}`}
      exercise={exercise}
      solvedBefore={reached}
      onSolved={() => markReached(chapter, section)}
    />
  );
}
