import { useMemo } from "react";
import { type Draft, parseDraft } from "../../learn/questions/attempts.ts";
import { useStored } from "../../ui/primitives/use-stored.ts";

const KEY = "grantlab.questions.draft";
const EMPTY: Draft = { answers: {}, judged: false };

/** What stands in the form; a reload loses nothing of it. Judged answers go when it is `due` to answer anew. */
export function useDraft(due: boolean): readonly [draft: Draft, keep: (draft: Draft) => void] {
  const [text, store] = useStored(KEY);
  const draft = useMemo(() => parseDraft(text), [text]);
  const keep = (next: Draft) => store(JSON.stringify(next));
  return [draft.judged && due ? EMPTY : draft, keep];
}
