import type { Walk } from "../../flow/walk.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { type Draft, isEdited, putBack, requestFrom } from "../exchange/draft.ts";

/** Whether the message that is next was refused just now, edited as it stands. Read off the trace, so that it outlives the page. */
export function isRefusedEdit({ at, taken }: Walk, draft: Draft): boolean {
  const last = taken.at(-1);
  if (last === undefined || last.step !== at || last.led) return false;
  const { edited, request } = last.entry;
  return edited && request !== undefined && isEdited(draft) && isSame(requestFrom(draft), request);
}

/** The message as Next sends it: what was refused is put back. */
export function draftToSend(walk: Walk, draft: Draft): Draft {
  return isRefusedEdit(walk, draft) ? putBack(draft) : draft;
}

function isSame(meant: WireRequest, sent: WireRequest): boolean {
  return (
    meant.method === sent.method &&
    address(meant) === address(sent) &&
    (meant.body ?? "") === (sent.body ?? "") &&
    headers(meant, meant) === headers(sent, meant)
  );
}

/** Fragments are not sent (RFC 9110 §4.2.5). */
function address({ url }: WireRequest): string {
  const [sent = ""] = url.split("#", 1);
  return URL.canParse(sent) ? new URL(sent).href : sent;
}

/** What a browser adds by itself to what it is told to send. */
const ADDED = ["accept", "cookie", "origin", "referer"];

function headers(request: WireRequest, meant: WireRequest): string {
  const named = meant.headers.map(([name]) => name.toLowerCase());
  const told = request.headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => named.includes(name) || !ADDED.includes(name));
  return JSON.stringify(told.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
