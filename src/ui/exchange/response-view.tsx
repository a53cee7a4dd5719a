import type { WireResponse } from "../../oauth/wire.ts";
import { headerOf } from "../../oauth/wire.ts";
import { CopyButton } from "../primitives/copy-button.tsx";
import { Explanation } from "./explanation.tsx";
import { MarkedBlock, MarkedText } from "./marked-text.tsx";
import { rawResponse } from "./raw.ts";
import { ResponseBody } from "./response-body.tsx";
import { beforeQuery, urlParameters } from "./request-parameters.ts";
import { ValueChip } from "./value-chip.tsx";

const OF_INTEREST = [
  "www-authenticate",
  "set-cookie",
  "access-control-allow-origin",
  "content-type",
  "cache-control",
];

interface Props {
  readonly response: WireResponse;
  /** For little room: no headers but the one that redirects. */
  readonly brief?: boolean;
}

/** What came back: status, where it redirects to, the headers that matter, the body; all of it on request. */
export function ResponseView({ response, brief = false }: Props) {
  const location = headerOf(response, "Location");
  const shown = response.headers.filter(([name]) => OF_INTEREST.includes(name.toLowerCase()));
  const raw = rawResponse(response);
  return (
    <div className="space-y-3">
      {location !== undefined && <Redirect location={location} brief={brief} />}
      <ResponseBody response={response} />
      {!brief && shown.length > 0 && <Headers headers={shown} />}
      {!brief && (
        <details>
          <summary className="w-fit cursor-pointer py-3 text-sm font-medium text-quiet hover:text-ink sm:py-1">
            Raw HTTP response
          </summary>
          <div className="space-y-2 pt-1">
            <MarkedBlock text={raw} />
            <CopyButton text={raw} what="the raw response" />
          </div>
        </details>
      )}
    </div>
  );
}

function Headers({ headers }: { readonly headers: WireResponse["headers"] }) {
  return (
    <ul className="space-y-1 font-mono text-[0.8125rem] leading-5" aria-label="Headers">
      {headers.map(([name, value], index) => (
        <li key={`${name}-${index}`} className="break-all">
          <span className="text-quiet">{name}:</span> <MarkedText text={value} />
        </li>
      ))}
    </ul>
  );
}

/** Where the browser is told to go, its parameters one by one. */
function Redirect({ location, brief }: { readonly location: string; readonly brief: boolean }) {
  const parameters = urlParameters(location);
  return (
    <div>
      <p className="font-mono text-[0.8125rem] leading-6 break-all">
        <span className="text-quiet">Location:</span> {beforeQuery(location)}
      </p>
      {parameters.length > 0 && (
        <table role="table" className="mt-1 block w-full border-t border-line">
          <caption className="sr-only">Parameters of the redirect</caption>
          <tbody role="rowgroup" className="block">
            {parameters.map(({ name, value }, index) => (
              <tr
                role="row"
                key={`${name}-${index}`}
                className="grid grid-cols-1 gap-x-4 gap-y-0.5 border-b border-line py-1.5 sm:grid-cols-[minmax(6rem,10.5rem)_minmax(0,1fr)]"
              >
                <th
                  role="rowheader"
                  className="border-0 p-0 text-left font-mono text-[0.8125rem] leading-6 font-normal break-all"
                >
                  {name}
                </th>
                <td role="cell" className="min-w-0 border-0 p-0">
                  <ValueChip value={value} name={name} />
                  {!brief && <Explanation name={name} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
