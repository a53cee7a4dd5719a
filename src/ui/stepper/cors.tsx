import type { TraceEntry } from "../../flow/trace.ts";
import { MarkedBlock } from "../exchange/marked-text.tsx";
import { rawRequest, rawResponse, statusLine } from "../exchange/raw.ts";

/** What the browser did by itself for a request of a page's script: the preflight, and an answer kept from the script. */
export function Cors({ entry }: { readonly entry: TraceEntry }) {
  const { preflight, hiddenFromScript } = entry;
  return (
    <>
      {preflight !== undefined && (
        <details className="rounded-xl border border-line">
          <summary className="min-h-11 cursor-pointer rounded-xl px-3 py-2 text-sm leading-6 hover:bg-sunken sm:min-h-0">
            Before it, the browser asked whether this page may: OPTIONS, answered{" "}
            {statusLine(preflight.response.status)}
          </summary>
          <div className="space-y-2 px-3 pb-3">
            <MarkedBlock text={rawRequest(preflight.request)} />
            <MarkedBlock text={rawResponse(preflight.response)} />
          </div>
        </details>
      )}
      {hiddenFromScript === true && (
        <p className="text-sm text-quiet">
          The browser kept this answer from the page’s script, because it does not allow this site
          to read it (CORS).
        </p>
      )}
    </>
  );
}
