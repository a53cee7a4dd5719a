import type { Flow } from "../../flow/define-flow.ts";
import type { Taken, Walk } from "../../flow/walk.ts";
import { durationText } from "../clock/duration.ts";
import { beforeQuery, parametersOf } from "../exchange/request-parameters.ts";
import { namedValues, type NamedValue, segmentsOf } from "../exchange/values.ts";
import { verdictOf } from "../stepper/verdict.ts";

/** Messages of two walks that stand beside each other, by their index; one of them may be missing. */
export interface Pair {
  readonly left?: number;
  readonly right?: number;
  /** In what they differ, in words; empty when in nothing but chance. */
  readonly differences: readonly string[];
}

/** Two walks that began as one. */
export interface Comparison {
  /** How many messages they share. */
  readonly shared: number;
  /** What came after. */
  readonly pairs: readonly Pair[];
}

/** Lays two walks beside each other, message by message of the same step, and says what differs. */
export function compareWalks(flow: Flow, left: Walk, right: Walk): Comparison {
  const shared = sharedBy(left, right);
  const names = { left: namedValues(flow, left), right: namedValues(flow, right) };
  let ahead = 0;
  const pairs = align(left.taken.slice(shared), right.taken.slice(shared)).map(([a, b]): Pair => {
    const one = a === undefined ? undefined : left.taken[shared + a];
    const other = b === undefined ? undefined : right.taken[shared + b];
    const places = {
      ...(a === undefined ? {} : { left: shared + a }),
      ...(b === undefined ? {} : { right: shared + b }),
    };
    if (one === undefined || other === undefined) return { ...places, differences: [] };
    const before = ahead;
    ahead = other.entry.at - one.entry.at;
    return {
      ...places,
      differences: [...differences(names, one, other), ...laterBy(ahead - before)],
    };
  });
  return { shared, pairs };
}

function sharedBy(left: Walk, right: Walk): number {
  const fork = left.taken.findIndex(({ entry }, at) => entry.id !== right.taken[at]?.entry.id);
  return fork < 0 ? left.taken.length : fork;
}

type Match = readonly [number | undefined, number | undefined];

/** The longest common row of steps, and of those the one with the most common outcomes; the rest stands alone. */
function align(left: readonly Taken[], right: readonly Taken[]): readonly Match[] {
  const common = inCommon(left, right);
  const from = (a: number, b: number) => common[a]?.[b] ?? 0;
  const pairs: Match[] = [];
  let [a, b] = [0, 0];
  while (a < left.length || b < right.length) {
    const alike = likeness(left[a], right[b]);
    if (alike > 0 && from(a, b) === alike + from(a + 1, b + 1)) pairs.push([a++, b++]);
    else if (b >= right.length || (a < left.length && from(a, b) === from(a + 1, b)))
      pairs.push([a++, undefined]);
    else pairs.push([undefined, b++]);
  }
  return pairs;
}

/** By where each walk goes on: how much the rests have in common. Past the end of one it is nothing. */
function inCommon(left: readonly Taken[], right: readonly Taken[]): number[][] {
  const table = Array.from({ length: left.length + 1 }, () =>
    Array.from({ length: right.length + 1 }, () => 0),
  );
  for (let a = left.length - 1; a >= 0; a -= 1) {
    const row = table[a] ?? [];
    const below = table[a + 1] ?? [];
    for (let b = right.length - 1; b >= 0; b -= 1) {
      const alike = likeness(left[a], right[b]);
      const paired = alike === 0 ? 0 : alike + (below[b + 1] ?? 0);
      row[b] = Math.max(paired, below[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return table;
}

/** More than all the outcomes there can be in common. */
const SAME_STEP = 1e6;

function likeness(left: Taken | undefined, right: Taken | undefined): number {
  if (left === undefined || right === undefined || left.step !== right.step) return 0;
  return left.outcome === right.outcome ? SAME_STEP + 1 : SAME_STEP;
}

/** What each walk calls its values. */
interface Names {
  readonly left: readonly NamedValue[];
  readonly right: readonly NamedValue[];
}

function differences(names: Names, left: Taken, right: Taken): readonly string[] {
  const one = sent(names.left, left);
  const other = sent(names.right, right);
  const parameters = [...new Set([...one.keys(), ...other.keys()])];
  const changed = parameters.filter((name) => one.get(name) !== other.get(name));
  return [
    ...(changed.length === 0 ? [] : [`other ${changed.join(", ")}`]),
    ...(outcomeText(left) === outcomeText(right) ? [] : ["another outcome"]),
  ];
}

/** More than what the messages of one side alone take. */
const WORTH_SAYING = 30;

function laterBy(seconds: number): readonly string[] {
  if (Math.abs(seconds) < WORTH_SAYING) return [];
  const side = seconds > 0 ? "right" : "left";
  return [`${durationText(Math.abs(seconds))} later on the ${side}`];
}

/** How a message ended, in words. */
export function outcomeText(taken: Taken): string {
  const { check } = verdictOf(taken);
  return check === undefined ? taken.label : `${taken.label}, refused by: ${check.title}`;
}

/** What was sent, by name: the walk's own values by what they are called, and what else is random by nothing. */
function sent(values: readonly NamedValue[], { entry }: Taken): ReadonlyMap<string, string> {
  const { request } = entry;
  if (request === undefined) return new Map();
  const spelled = (text: string) =>
    segmentsOf(text, values)
      .map((segment) => segment.named?.facts.title ?? segment.text.replaceAll(HANDLE, "…"))
      .join("");
  const parameters = parametersOf(request).map(({ name, value }): [string, string] => [
    name === "" ? "body" : name,
    spelled(value),
  ]);
  return new Map([["address", `${request.method} ${beforeQuery(request.url)}`], ...parameters]);
}

/** What servers and clients make up: long, and of the letters of base64url. */
const HANDLE = /[A-Za-z0-9_-]{20,}/gu;
