import type { CheckResult } from "../../oauth/checks.ts";
import { type Flow, stepOf } from "../../flow/define-flow.ts";
import type { Taken, Walk } from "../../flow/walk.ts";
import type { Selected } from "./props.ts";

/**
 * How a message ended. `held`: the receiver has it and answers in a later message. `not yet`: it asks for patience,
 * which is no failure.
 */
export interface Verdict {
  readonly kind: "accepted" | "refused" | "held" | "not yet";
  /** One sentence. */
  readonly text: string;
  /** The check that refused, or that asks for patience. */
  readonly check?: CheckResult;
}

/** Reads the verdict off the checks the receiver made, else off its answer. */
export function verdictOf(taken: Taken): Verdict {
  const { checks, response, request, kind } = taken.entry;
  const check = checks.find(({ outcome }) => outcome === "failed");
  if (taken.notYet === true) return notYet(taken, check);
  if (check !== undefined) {
    return {
      kind: "refused",
      check,
      text: `Refused: “${check.title}” did not hold (${check.spec}).`,
    };
  }
  if (kind === "respond") return { kind: "accepted", text: "Sent." };
  if (response !== undefined && response.status >= 400) {
    return { kind: "refused", text: `Refused: ${taken.label}.` };
  }
  if (!taken.led) return { kind: "refused", text: `It did not lead on: ${taken.label}.` };
  if (request !== undefined && response === undefined) {
    return { kind: "held", text: "Sent. The receiver holds it and answers in a later message." };
  }
  const doneText = kind === "local" ? "Done." : "Accepted.";
  const passed = checks.filter(({ outcome }) => outcome === "passed").length;
  return {
    kind: "accepted",
    text: passed === 0 ? doneText : `Accepted: ${checksHold(passed)}.`,
  };
}

function notYet({ label }: Taken, check: CheckResult | undefined): Verdict {
  const text = `Not yet, ask again: ${label}`;
  if (check === undefined) return { kind: "not yet", text: `${text}.` };
  return { kind: "not yet", check, text: `${text} (${check.spec}).` };
}

function checksHold(count: number): string {
  if (count <= 2) return count === 1 ? "its one check held" : "both checks held";
  return `all ${count} checks held`;
}

/** What a screen reader is told of a message and its verdict, in a sentence or two. */
export function announcement(title: string, number: number, taken: Taken): string {
  const verdict = verdictOf(taken);
  const head = `Message ${number}, ${title}`;
  if (verdict.kind === "held") return `${head}: sent, and not answered yet.`;
  const { kind } = taken.entry;
  const said =
    kind === "local" ? taken.label : `${kind === "respond" ? "sent" : "answered"} ${taken.label}`;
  if (verdict.kind === "not yet") return `${head}: ${said}. Not yet, ask again.`;
  if (verdict.check !== undefined) return `${head}: ${said}. Refused by: ${verdict.check.title}.`;
  return `${head}: ${said}.`;
}

/** What a screen reader is told when another message is looked at: which, and that nothing was undone for it. */
export function lookingAnnouncement(flow: Flow, walk: Walk, looking: Selected): string {
  const ahead = typeof looking === "string";
  const step = ahead ? looking : walk.taken[looking]?.step;
  if (step === undefined) return "";
  const { title } = stepOf(flow, step);
  if (ahead) return `You are looking ahead, at ${title}. The walk stands where it was.`;
  return `You are looking at message ${looking + 1}, ${title}. Nothing is undone: the walk stands where it was.`;
}

/** Which message the next one is of all; where the one before it did not lead on, that it takes its place. */
export function placeOfNext(walk: Walk, total: number): string {
  const sent = walk.taken.length;
  const last = walk.taken.at(-1);
  const place = `Message ${sent + 1} of ${total}`;
  if (last === undefined || last.led || last.step !== walk.at) return place;
  const why = verdictOf(last).kind === "refused" ? ", which was refused" : "";
  return `${place} · message ${sent} again${why}`;
}
