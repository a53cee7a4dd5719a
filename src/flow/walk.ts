import type { WireRequest } from "../oauth/wire.ts";
import { formRequest } from "../oauth/wire.ts";
import type { Flow, Outcome, Step, Values } from "./define-flow.ts";
import { isEnd, reader, stepOf } from "./define-flow.ts";
import { blankBrowser, type BrowserView, type TraceEntry } from "./trace.ts";

/** Where a walk stands: all of it follows from the flow and the trace. */
export interface Walk {
  /** The step that is next, or how the walk ended. */
  readonly at: string;
  readonly values: Values<string>;
  readonly taken: readonly Taken[];
  /** The browser last seen. */
  readonly browser: BrowserView;
}

/** A message of the walk: the step, what came of it, and its entry in the trace. */
export interface Taken {
  readonly step: string;
  readonly outcome: string;
  readonly label: string;
  /** Whether it led on; a refusal leaves the step waiting. */
  readonly led: boolean;
  /** Whether the answer only asks for patience; it is no refusal, whatever its status. */
  readonly notYet?: true;
  readonly entry: TraceEntry;
}

/** A walk of which nothing was sent. */
export function newWalk(flow: Flow): Walk {
  return { at: flow.start, values: flow.given, taken: [], browser: blankBrowser };
}

/**
 * The walk these entries make. Entries that belong to no step of this flow are passed over, and so are
 * answers no step could read: the walk stood still then, too. Throws `UnreadableAnswer` for the outcome of a
 * local step this flow does not know: the trace is of another version of it.
 */
export function walkOf(flow: Flow, entries: readonly TraceEntry[]): Walk {
  return entries
    .filter((entry) => entry.step !== undefined && flow.steps[entry.step] !== undefined)
    .reduce((walk, entry) => absorbReadable(flow, walk, entry), newWalk(flow));
}

function absorbReadable(flow: Flow, walk: Walk, entry: TraceEntry): Walk {
  try {
    return absorb(flow, walk, entry);
  } catch (error) {
    if (error instanceof UnreadableAnswer && entry.local === undefined) return walk;
    throw error;
  }
}

/** Thrown when an answer came that no outcome of the step names. */
export class UnreadableAnswer extends Error {
  override readonly name = "UnreadableAnswer";
}

/** The walk after one more entry. Throws `UnreadableAnswer`. */
export function absorb(flow: Flow, walk: Walk, entry: TraceEntry): Walk {
  const id = entry.step ?? walk.at;
  const step = stepOf(flow, id);
  const name = outcomeName(step, entry);
  const outcome = step.outcomes[name];
  if (outcome === undefined) throw new UnreadableAnswer(unreadable(step, entry, name));
  const next = outcome.next ?? id;
  return {
    at: next,
    values: { ...walk.values, ...valuesFrom(outcome, entry) },
    taken: [
      ...walk.taken,
      {
        step: id,
        outcome: name,
        label: outcome.label,
        led: outcome.next !== undefined,
        ...(outcome.notYet === true ? { notYet: true } : {}),
        entry,
      },
    ],
    browser: entry.browser,
  };
}

function outcomeName(step: Step, entry: TraceEntry): string {
  if (entry.local !== undefined) return entry.local.outcome;
  if (step.kind === "respond") return "sent";
  if (step.kind === "local" || entry.request === undefined) return "";
  const { request, response } = entry;
  return step.classify(response === undefined ? { request } : { request, response });
}

function valuesFrom(outcome: Outcome<string, string>, entry: TraceEntry): Values<string> {
  if (entry.local !== undefined) return entry.local.values;
  if (entry.request === undefined || outcome.read === undefined) return {};
  const { request, response } = entry;
  return outcome.read(response === undefined ? { request } : { request, response });
}

function unreadable(step: Step, entry: TraceEntry, name: string): string {
  const status = entry.response?.status ?? "nothing";
  return `“${step.title}” was answered ${status} (${name || "no form this step can read"}).`;
}

/** The request a step would send now, the same that is shown; nothing for a step that sends none. */
export function requestOf(flow: Flow, id: string, walk: Walk): WireRequest | undefined {
  const step = stepOf(flow, id);
  const read = reader(walk.values);
  if (step.kind === "exchange") return step.request(read);
  if (step.kind !== "visit") return undefined;
  const browser = browserBefore(walk, profileOf(flow, step));
  if (step.begin.by === "redirect") return browser.pending;
  if (step.begin.by === "form") return formRequest(browser.address, step.begin.fields(read));
  return { method: "GET", url: step.begin.url(read), headers: step.begin.headers?.(read) ?? [] };
}

/** The browser as the step that waits found it: what was refused since has changed nothing of what it promises. */
export function browserBefore(walk: Walk, profile: string | undefined): BrowserView {
  const own = walk.taken.filter(({ entry }) => entry.profile === profile);
  return (own.findLast(({ led }) => led) ?? own.at(-1))?.entry.browser ?? blankBrowser;
}

/** The modelled browser a step happens in; nothing for the user's own. */
export function profileOf(flow: Flow, step: Step): string | undefined {
  return flow.parties[step.kind === "respond" ? step.to : step.from]?.profile;
}

/** Whether the learner can act on a form of the page that is shown. */
export function awaitsForm(flow: Flow, walk: Walk): boolean {
  if (isEnd(walk.at)) return false;
  const step = stepOf(flow, walk.at);
  return step.kind === "visit" && step.begin.by === "form";
}
