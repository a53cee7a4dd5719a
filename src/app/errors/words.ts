import { stepOf } from "../../flow/define-flow.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import type { Cause, Way, Where } from "../../learn/errors/cause.ts";

/** What answers, as people call it. */
export function placeName(where: Where): string {
  if (where === "api") return "the API";
  if (where === "client-check") return "the client";
  return where;
}

/** Which walk a way goes, and at which message. */
export function walkName(way: Way): string {
  const grant = findGrant(way.grant);
  const variant = grant && findVariant(grant, way.variant);
  if (grant === undefined || variant === undefined) return way.grant;
  return `${grant.title}, ${variant.title}: “${stepOf(variant.flow, way.step).title}”`;
}

/** What is done to the message before, and what is left to do. */
export function whatToPress({ presses, again, wait, mistake, edits }: Way): string {
  const edited = mistake !== "" || edits.length > 0;
  const done = [
    ...(edited ? ["The message is edited already."] : []),
    ...(wait > 0 ? [`The clock has moved on by ${duration(wait)}.`] : []),
  ];
  const press = again
    ? `Press Next, then “Send as edited again” ${times(presses - 1)}.`
    : presses === 1
      ? "Press Next."
      : `Press Next ${times(presses)}.`;
  return [...done, press].join(" ");
}

/** How an answer travels: its status, and what it says. */
export function answerText({ status, code, where }: Cause): string {
  if (status === 0) return "Nothing is sent";
  if (status >= 300 && status < 400) return `${status}, with error=${code} in the address`;
  return `${status} from ${placeName(where)}`;
}

const TIMES = ["", "once", "twice", "three times", "four times", "five times"];

function times(count: number): string {
  return TIMES[count] ?? `${count} times`;
}

function duration(seconds: number): string {
  const [count, unit] =
    seconds >= 86_400
      ? [Math.floor(seconds / 86_400), "days"]
      : seconds >= 600
        ? [Math.floor(seconds / 60), "minutes"]
        : [seconds, "seconds"];
  return `${count} ${unit}`;
}
