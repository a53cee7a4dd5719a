import type { CheckResult } from "../../oauth/checks.ts";
import type { Taken } from "../../flow/walk.ts";

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
