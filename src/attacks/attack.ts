import type { Flow } from "../flow/define-flow.ts";
import type { SandboxSettings } from "../flow/transport.ts";
import type { Walk } from "../flow/walk.ts";
import type { Words } from "../flow/edit-flow.ts";
import type { AnsweredTarget, Target } from "./target.ts";

/** An attack as data: what the attacker can do, what defeats it, and how it changes the walk of a grant. */
export interface Attack {
  readonly id: string;
  readonly title: string;
  /** One sentence: what the attacker gets. */
  readonly summary: string;
  /** What the attacker can see, inject or run, one sentence (RFC 9700 §3). */
  readonly capability: string;
  readonly spec: string;
  readonly defences: readonly Defence[];
  /** Ways to do it, each a row of the matrix; the one shown first leads. */
  readonly ways: readonly Way[];
}

/** One way to do an attack. */
export type Way = AnswerWay | AnyGrantWay;

/** Goes for what comes back to the client through a browser. */
export interface AnswerWay extends WayFacts {
  readonly anyGrant?: false;
  /**
   * The walk under attack, or why there is none. `on` has the ids of the defences that are there, for those that
   * take steps of the client's.
   */
  against(target: AnsweredTarget, on?: ReadonlySet<string>): Flow | NotApplicable;
}

/** Needs nothing that comes back through a browser, so that it can be tried on every grant. */
export interface AnyGrantWay extends WayFacts {
  readonly anyGrant: true;
  against(target: Target, on?: ReadonlySet<string>): Flow | NotApplicable;
}

interface WayFacts {
  /** Absent for the first way, or the only one. */
  readonly id?: string;
  readonly title: string;
  /** What of it the page computes instead of a browser or a device, where it does. */
  readonly modelled?: string;
  /** Where the page keeps the access token, where the way is about one such place. */
  readonly keptIn?: TokenPlace;
  /** The defences of the attack that could defeat this way of it. */
  readonly defences: readonly Defence[];
  /** What the loot was used for, in words; nothing while it was not used. */
  proof(walk: Walk): string | undefined;
}

/** Where a page can keep a token (RFC 10017 §8). */
export type TokenPlace =
  | "memory of the page"
  | "memory of a worker"
  | "sessionStorage"
  | "localStorage";

/** Why an attack has nothing to do with a walk, as a sentence. */
export interface NotApplicable {
  readonly reason: string;
}

/** Something that defeats an attack by itself: a check of a server or client, or a precaution of the client. */
export interface Defence {
  /** Of the check that refuses, or of the precaution. */
  readonly id: string;
  readonly title: string;
  readonly spec: string;
  /** Who has to do it. */
  readonly by: "authorization server" | "API" | "client";
  /** What it means to leave it out; the check of its id is not made unless said otherwise. */
  readonly leftOut?: Weakening;
  /** What the client has to do besides for it to take effect. */
  readonly present?: Weakening;
  /** What steps of the client's say of themselves where it is left out, by their ids. */
  readonly wordsWithout?: Readonly<Record<string, Words>>;
  /** Whether walks have it as they are; they do unless said otherwise. */
  readonly standard?: boolean;
  /** Whether there is anything for it to do in a walk; in every walk unless said otherwise. */
  applies?(target: Target): boolean;
}

/** A change of the world a walk runs in. */
export type Weakening = Omit<Partial<SandboxSettings>, "clientSite">;

/** Whether there is a reason where a walk under attack was asked for. */
export function isNotApplicable(made: Flow | NotApplicable): made is NotApplicable {
  return "reason" in made;
}
