import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { type Draft, isEdited } from "../../ui/exchange/draft.ts";
import { findMistake } from "../../ui/exchange/rare-mistakes.ts";
import type { ViewProps } from "../../ui/stepper/view-props.ts";
import { applyEdits, editsOf, editText, parseEdit } from "../../ui/take-along/edits.ts";
import { readEdits, sortedEdits } from "../../ui/take-along/shareable.ts";
import { type EarlierEdits, earlierEdits, keepInAddress, keepInTab } from "./kept-edits.ts";

/** What came of the edits a link carried. */
export interface LinkedEdits {
  readonly made: number;
  /** As they stood in the address. */
  readonly ignored: readonly string[];
}

/** Milliseconds: the address follows when one has stopped typing. */
const PAUSE = 300;

/**
 * Makes the edits the page was loaded with, once the walk stands at their message, and keeps those that are made
 * later: all of them in the tab, and what a link may carry in the address.
 */
export function useKeptEdits(
  sandbox: string,
  { flow, walk, mode, stepper }: ViewProps,
): LinkedEdits | undefined {
  const [earlier] = useState(() => earlierEdits(sandbox, flow.start));
  const [restored, setRestored] = useState<Restored>();
  const { draft } = stepper;
  const { at } = walk;
  const open = mode !== undefined;
  if (open && earlier !== undefined && restored === undefined) {
    setRestored(restoredFrom(earlier, at, draft));
  }
  const show = useEffectEvent((edited: Draft) => stepper.setDraft(edited));
  useEffect(() => {
    if (restored?.draft !== undefined) show(restored.draft);
  }, [restored]);

  const ready = open && (earlier === undefined || restored !== undefined);
  const texts = useMemo(
    () => (draft === undefined ? [] : editsOf(draft).map((edit) => editText(edit))),
    [draft],
  );
  const shareable = useEffectEvent(() =>
    draft === undefined || !isEdited(draft)
      ? []
      : sortedEdits(flow, walk, draft).shared.map((edit) => editText(edit)),
  );
  useEffect(() => {
    if (!ready) return undefined;
    keepInTab(sandbox, at, texts);
    const shared = shareable();
    const later = setTimeout(() => keepInAddress(shared), PAUSE);
    return () => clearTimeout(later);
  }, [ready, sandbox, at, texts]);

  return restored?.linked;
}

interface Restored {
  /** The message with the edits made; nothing where none could be. */
  readonly draft: Draft | undefined;
  readonly linked: LinkedEdits | undefined;
}

function restoredFrom(earlier: EarlierEdits, at: string, draft: Draft | undefined): Restored {
  const { edits, ignored } = read(earlier);
  const there = at === earlier.step ? draft : undefined;
  const mistake = there && findMistake(there, earlier.mistake ?? "");
  const unmade = mistake === undefined && earlier.mistake !== undefined ? [earlier.mistake] : [];
  const made =
    there === undefined
      ? { draft: undefined, missed: edits }
      : applyEdits(mistake?.apply(there) ?? there, edits);
  return {
    draft: made.draft,
    linked:
      earlier.from === "tab"
        ? undefined
        : {
            made: edits.length - made.missed.length + (mistake === undefined ? 0 : 1),
            ignored: [...ignored, ...unmade, ...made.missed.map((edit) => editText(edit))],
          },
  };
}

/** In the tab are secrets too, and nobody else has written them. */
function read({ texts, from }: EarlierEdits): ReturnType<typeof readEdits> {
  if (from === "link") return readEdits(texts);
  return { edits: texts.flatMap((text) => parseEdit(text) ?? []), ignored: [] };
}
