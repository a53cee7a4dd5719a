import type { ComponentType, ReactNode } from "react";
import type { BranchWalk } from "../../flow/branches.ts";
import type { Account } from "../../flow/as-user.ts";
import type { Flow } from "../../flow/define-flow.ts";
import type { Stretch } from "../../flow/shown-window.ts";
import type { Walk } from "../../flow/walk.ts";
import type { Memory } from "../../oauth/remembered.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import type { CodeSample } from "../exchange/code-view.tsx";
import type { Draft } from "../exchange/draft.ts";

/** What the walk is doing. `failed`: no answer came, or one nothing could read. */
export type WalkStatus = "waiting" | "busy" | "failed" | "done";

/** A message: its index in `walk.taken`, or, when it is not sent yet, the id of its step. */
export type Selected = number | string;

/** Another way to walk the same grant. */
export interface VariantLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
  /** What of it the page computes instead of a browser or a device, where it does. */
  readonly modelled?: string | undefined;
}

/** What the diagram of the stepper is given. */
export interface DiagramProps {
  readonly flow: Flow;
  readonly walk: Walk;
  readonly selected?: Selected | undefined;
  readonly folded?: boolean | undefined;
  /** The messages that are drawn, as positions. */
  readonly shown: Stretch;
  /** The position of the message to bring into sight. */
  readonly looking: number;
  onSelect(selected: Selected): void;
}

/** Asking what will happen before a message is sent; a page that offers it loads it. */
export interface Predicting {
  /** Above the request of the message that is next. */
  readonly Ask: ComponentType<{ readonly draft: Draft | undefined }>;
  /** With the answer: what was predicted, and what came true. `index` is that in `walk.taken`. */
  readonly Judged: ComponentType<{ readonly index: number }>;
}

/** Who may sign in where the walk comes to a login form. */
export interface People {
  readonly accounts: readonly Account[];
  /** By the username. */
  onChoose(username: string): void;
}

/** Everything the stepper shows and everything it can ask for. It sends nothing itself. */
export interface StepperProps {
  readonly flow: Flow;
  readonly walk: Walk;
  readonly status: WalkStatus;
  /** What went wrong, in words, when `status` is `failed`. */
  readonly failure?: string | undefined;
  /** `fallback`: the servers run inside the page, for want of a service worker. */
  readonly mode?: "real" | "fallback" | undefined;
  readonly variants?: readonly VariantLink[] | undefined;
  /** The sandbox's clock, epoch seconds. */
  readonly clock?: number | undefined;
  /** What the authorization server remembers, once it has told. */
  readonly memory?: Memory | undefined;
  /** Ways the walk went before it was rewound, oldest first. */
  readonly branches?: readonly BranchWalk[] | undefined;
  /** Whether the walk was rewound to where it stands. */
  readonly rewound?: boolean | undefined;
  /** The step a deep link ran the walk to. */
  readonly startedAtStep?: string | undefined;
  /** Sample code by step id. */
  readonly code?: Readonly<Record<string, CodeSample>> | undefined;
  /** For the home page and lessons: diagram, message and result only. */
  readonly compact?: boolean | undefined;
  /** The steps that the section of a lesson around it speaks of. */
  readonly focus?: readonly string[] | undefined;
  /** Level of the stepper's heading; 1 unless told. Compact steppers show none of their own. */
  readonly heading?: 1 | 2 | 3 | undefined;
  readonly predicting?: Predicting | undefined;
  readonly people?: People | undefined;
  /** What the walk has come to, where that is more than its end: above the messages, in place of the card at the end. */
  readonly verdict?: ReactNode;
  /** Whether messages are folded into chapters; see `useFolded`. */
  readonly folded?: boolean | undefined;
  onFold?(folded: boolean): void;
  /** Sends the step's message, as promised or as the learner changed it. */
  onNext(edited?: WireRequest): void;
  /** Sends what the learner typed into the form of the page; it is not tampering. */
  onSubmitForm(request: WireRequest): void;
  onInstead(step: string): void;
  onRestart(): void;
  /** Sends every message that is left; without it there is no button for that. */
  onRunToEnd?(): void;
  onAdvanceClock?(seconds: number): void;
  /** Returns the world to right after a message, by the id of its entry. */
  onRewind?(entry: string): void;
}
