import { stepOf } from "../../flow/define-flow.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import type { Cause, Way, Where } from "../../learn/errors/cause.ts";

/** What answers, as people call it. */
export function placeName(where: Where): string {
  if (where === "api") return "the API";
  if (where === "client-check") return "the client";
  return where;
}

/** Which walk a way goes, and at which message it stops. */
export function walkName(way: Way): string {
  if ("walk" in way) return `${way.walk}: “${way.message}”`;
  const grant = findGrant(way.grant);
  const variant = grant && findVariant(grant, way.variant);
  if (grant === undefined || variant === undefined) return way.grant;
  return `${grant.title}, ${variant.title}: “${stepOf(variant.flow, way.step).title}”`;
}

/** What is done to the message before. */
export function whatIsDone(way: Way): readonly string[] {
  if ("walk" in way) return [];
  const { wait, mistake, edits } = way;
  const edited = mistake !== "" || edits.length > 0;
  return [
    ...(edited ? ["The message is edited already."] : []),
    ...(wait > 0 ? [`The clock has moved on by ${duration(wait)}.`] : []),
  ];
}

/** How an answer travels: its status, and what it says. */
export function answerText({ status, code, where }: Cause): string {
  if (status === 0) return "Nothing is sent";
  if (status >= 300 && status < 400) return `${status}, with error=${code} in the address`;
  return `${status} from ${placeName(where)}`;
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
