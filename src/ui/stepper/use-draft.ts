import { useMemo, useState } from "react";
import { type Flow, isEnd } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { type Draft, draftOf } from "../exchange/draft.ts";
import { promisedRequest } from "./promised-request.ts";

export interface DraftKeeper {
  /** The next request, edited or not; nothing when the step sends none. */
  readonly draft: Draft | undefined;
  setDraft(draft: Draft): void;
  forget(): void;
}

interface Kept {
  readonly key: string;
  readonly draft: Draft;
}

/** Keeps what the learner changes in the next request, for as long as that request is next. */
export function useDraft(flow: Flow, walk: Walk): DraftKeeper {
  const [kept, keep] = useState<Kept>();
  const promised = useMemo(
    () => (isEnd(walk.at) ? undefined : promisedRequest(flow, walk)),
    [flow, walk],
  );
  const key = promised === undefined ? "" : JSON.stringify([walk.at, promised]);
  const current = kept?.key === key ? kept : undefined;
  const draft = useMemo(
    () => current?.draft ?? (promised === undefined ? undefined : draftOf(promised)),
    [current, promised],
  );
  return {
    draft,
    setDraft: (edited) => keep({ key, draft: edited }),
    forget: () => keep(undefined),
  };
}
