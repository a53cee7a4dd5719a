import type { TraceEntry } from "../../flow/trace.ts";
import { MarkedBlock } from "../exchange/marked-text.tsx";
import { rawRequest, rawResponse, statusLine } from "../exchange/raw.ts";

/** What the server that answered asked another one first. */
export function AskedFirst({ entry, by }: { readonly entry: TraceEntry; readonly by: string }) {
  return (entry.asked ?? []).map(({ request, response }, index) => (
    <details
      // oxlint-disable-next-line react/no-array-index-key -- What was asked never changes its place.
      key={index}
      className="rounded-xl border border-line"
    >
      <summary className="min-h-11 cursor-pointer rounded-xl px-3 py-2 text-sm leading-6 hover:bg-sunken sm:min-h-0">
        Before it answered, {by} asked {new URL(request.url).host}: {request.method}{" "}
        {new URL(request.url).pathname}, answered {statusLine(response.status)}
      </summary>
      <div className="space-y-2 px-3 pb-3">
        <MarkedBlock text={rawRequest(request)} />
        <MarkedBlock text={rawResponse(response)} />
      </div>
    </details>
  ));
}
