import type { Answer, LocalResult } from "../../flow/define-flow.ts";
import type { Kept } from "../../flow/transport.ts";
import { headerOf } from "../../oauth/wire.ts";
import { apiRefusals, readPhotos } from "../steps/api-call.ts";

/** What is the same of a step in which the page's script keeps its token somewhere. */
export const keeping = {
  kind: "local",
  from: "page",
  to: "page",
  channel: "local",
  stage: "redeem",
  chapter: "keep",
  outcomes: { kept: { label: "kept", next: "look" } },
} as const;

/** The token in an area of web storage. */
export function stored(area: Kept["area"], value: string): LocalResult<never> {
  return { outcome: "kept", keep: { area, key: "access_token", value } };
}

/** What another script came away with. */
export function found(token: string | undefined): LocalResult<"found_token"> {
  return token === undefined
    ? { outcome: "nothing" }
    : { outcome: "found", values: { found_token: token } };
}

/** A call of the API whose header somebody notes. */
export function overheard<const S extends string>(next: S) {
  const read = (answer: Answer) => ({
    ...readPhotos(answer),
    sent_header: headerOf(answer.request, "Authorization") ?? "",
  });
  return { ok: { label: "200 photos", next, read }, ...apiRefusals };
}
