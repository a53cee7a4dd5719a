import { useState } from "react";
import { isEnd, type Step, stepOf } from "../../flow/define-flow.ts";
import { awaitsForm } from "../../flow/walk.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { type Draft, isEdited, requestFrom } from "../exchange/draft.ts";
import { type DraftKeeper, useDraft } from "./use-draft.ts";
import type { FrameHandle } from "./frame-handle.ts";
import { draftToSend, isRefusedEdit } from "./refused-edit.ts";
import { formFields } from "./promised-request.ts";
import type { Selected, StepperProps } from "./props.ts";

/** What the stepper remembers by itself, and what its buttons do. */
export interface StepperState extends DraftKeeper {
  /** The step that is next; nothing when the walk has ended. */
  readonly step: Step | undefined;
  /** The message looked at instead of the last one. */
  readonly looking: Selected | undefined;
  /** Whether the edited message was refused just now. */
  readonly refusedEdit: boolean;
  /** The message as Next sends it; nothing when the step sends none. */
  readonly sending: Draft | undefined;
  /** The page in the browser window, for its ref. */
  setFrame(frame: FrameHandle | null): void;
  /** Fills the form of the page in the browser window. */
  fill(fields: Readonly<Record<string, string>>): void;
  /** The button the focus goes to when what had it goes away. */
  setNextButton(button: HTMLButtonElement | null): void;
  look(selected: Selected | undefined): void;
  returnToNow(): void;
  back(): void;
  next(): void;
  sendEditedAgain(): void;
  /** Where the stepper offers it. */
  readonly runToEnd: (() => void) | undefined;
  submit(request: WireRequest): void;
  restart(): void;
}

/** The stepper's own state. Nothing in it is sent by itself. */
export function useStepper(props: StepperProps): StepperState {
  const { flow, walk, status } = props;
  const step = isEnd(walk.at) ? undefined : stepOf(flow, walk.at);
  const last = walk.taken.at(-1);
  const keeper = useDraft(flow, walk);
  const [frame, setFrame] = useState<FrameHandle | null>(null);
  const [nextButton, setNextButton] = useState<HTMLButtonElement | null>(null);
  const [looked, setLooked] = useState<{ at: Selected; after: string | undefined }>();
  const looking = looked !== undefined && looked.after === last?.entry.id ? looked.at : undefined;
  const ready = step !== undefined && status !== "busy";
  const { draft } = keeper;
  const refusedEdit = draft !== undefined && isRefusedEdit(walk, draft);

  const look = (selected: Selected | undefined) => {
    const now = selected === undefined || selected === walk.taken.length - 1;
    setLooked(now ? undefined : { at: selected, after: last?.entry.id });
  };

  const { onRunToEnd } = props;
  const runToEnd = () => {
    if (!ready) return;
    keeper.forget();
    look(undefined);
    onRunToEnd?.();
  };

  return {
    ...keeper,
    step,
    looking,
    refusedEdit,
    sending: draft && draftToSend(walk, draft),
    setFrame,
    setNextButton,
    fill: (fields) => frame?.fill(fields),
    look,
    returnToNow: () => {
      look(undefined);
      nextButton?.focus();
    },
    back: () => {
      const at = typeof looking === "number" ? looking : walk.taken.length - 1;
      const shown = typeof looking === "string" ? at : at - 1;
      if (shown >= 0) look(shown);
    },
    next: () => {
      if (!ready) return;
      look(undefined);
      if (draft !== undefined && isEdited(draft) && !refusedEdit)
        return props.onNext(requestFrom(draft));
      keeper.forget();
      if (draft !== undefined && awaitsForm(flow, walk)) {
        frame?.fill(formFields(draft.promised));
      }
      props.onNext();
    },
    sendEditedAgain: () => {
      if (!ready || draft === undefined) return;
      nextButton?.focus();
      props.onNext(requestFrom(draft));
    },
    runToEnd: onRunToEnd === undefined ? undefined : runToEnd,
    submit: (request) => {
      if (!ready || !awaitsForm(flow, walk)) return;
      keeper.forget();
      nextButton?.focus();
      if (draft !== undefined && sameRequest(request, draft.promised)) props.onNext();
      else props.onSubmitForm(request);
    },
    restart: () => {
      keeper.forget();
      look(undefined);
      props.onRestart();
    },
  };
}

function sameRequest(a: WireRequest, b: WireRequest): boolean {
  return a.method === b.method && a.url === b.url && a.body === b.body;
}
