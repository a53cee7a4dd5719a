import { useMemo } from "react";
import type { Flow, Place, ValueFacts } from "../../flow/define-flow.ts";
import { type Learned, knowledge } from "../../flow/knowledge.ts";
import type { Walk } from "../../flow/walk.ts";
import { TONES } from "../exchange/tones.ts";
import { useRegionName } from "../primitives/region-name.ts";
import { captionOf, cellText } from "./caption.ts";

interface Props {
  readonly flow: Flow;
  readonly walk: Walk;
  /** After how many messages; all that were taken unless told. */
  readonly count?: number | undefined;
}

/** Who knows what: places by values, each cell with the number of the message that told it. */
export function Knowledge({ flow, walk, count = walk.taken.length }: Props) {
  const known = useMemo(() => knowledge(flow, walk.taken, count), [flow, walk, count]);
  const label = useRegionName("Who knows what");
  return (
    <div>
      <div
        role="region"
        aria-label={label}
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="-mx-1 overflow-x-auto px-1 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
      >
        <table className="w-full border-collapse sm:min-w-[26rem] text-sm">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className={`${STICKY} pb-2 text-left`}>
                <span className="sr-only">Value</span>
              </th>
              {flow.places.map((place) => (
                <PlaceHead key={place.id} place={place} />
              ))}
            </tr>
          </thead>
          <tbody>
            {[...known].map(([name, places]) => (
              <Row
                key={name}
                facts={flow.values[name]}
                name={name}
                cells={flow.places.map(({ id }) => ({ id, learned: places.get(id) }))}
                last={count - 1}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 text-sm text-quiet">{captionOf(flow, known, count)}</p>
      <p className="mt-1 text-sm text-quiet">
        A number is the message that told it; a dot means it was known before the first.
      </p>
      <p aria-hidden className="mt-1 text-sm text-quiet sm:hidden">
        {shortened(flow.places)}
      </p>
    </div>
  );
}

const STICKY = "sticky left-0 z-1 bg-surface pr-1 sm:pr-2";

/** What a column is called where there is room for one short word. */
const SHORT_TITLES: Readonly<Record<string, string>> = {
  page: "Page",
  address: "URL",
  client: "Client",
  device: "Dev.",
  as: "AS",
  attacker: "Att.",
};

/** The short column titles with what they stand for. */
function shortened(places: readonly Place[]): string {
  return places
    .filter((place) => shortTitle(place) !== place.title)
    .map((place) => `${shortTitle(place)}: ${place.title.toLowerCase()}.`)
    .join(" ");
}

function shortTitle({ id, title }: Place): string {
  return SHORT_TITLES[id] ?? title;
}

const PLACE_COLOURS: Readonly<Record<string, string>> = {
  user: "text-party-user",
  page: "text-party-page",
  address: "text-party-browser",
  client: "text-party-client",
  device: "text-party-device",
  as: "text-party-authorization-server",
  api: "text-party-resource-server",
  attacker: "text-party-attacker",
};

function PlaceHead({ place }: { readonly place: Place }) {
  return (
    <th
      scope="col"
      title={place.what}
      className={`px-0.5 pb-2 align-bottom text-[0.6875rem] leading-tight font-semibold ${PLACE_COLOURS[place.id] ?? "text-ink"}`}
    >
      <span className="max-sm:sr-only">{place.title}</span>
      <span aria-hidden className="sm:hidden">
        {shortTitle(place)}
      </span>
    </th>
  );
}

interface RowProps {
  readonly name: string;
  readonly facts: ValueFacts | undefined;
  readonly cells: readonly { readonly id: string; readonly learned: Learned | undefined }[];
  /** Position of the last message; what it told is marked as new. */
  readonly last: number;
}

function Row({ name, facts, cells, last }: RowProps) {
  const tone = TONES[facts?.tone ?? "plain"];
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className={`${STICKY} py-2 text-left font-normal`} title={facts?.what}>
        <span className={`rounded-md px-1.5 py-0.5 whitespace-nowrap ${tone}`}>
          {facts?.title ?? name}
        </span>
      </th>
      {cells.map(({ id, learned }) => (
        <td key={id} className="px-0.5 py-2 text-center">
          <Mark learned={learned} tone={tone} isNew={learned?.position === last && last >= 0} />
        </td>
      ))}
    </tr>
  );
}

interface MarkProps {
  readonly learned: Learned | undefined;
  readonly tone: string;
  readonly isNew: boolean;
}

function Mark({ learned, tone, isNew }: MarkProps) {
  const text = `${cellText(learned)}${isNew ? ", new" : ""}`;
  if (learned === undefined) return <span className="sr-only">{text}</span>;
  const look = isNew ? "outline-2 outline-offset-1 outline-current font-bold" : "font-medium";
  return (
    <span
      title={text}
      className={`inline-flex size-6 items-center justify-center rounded-md text-xs tabular-nums ${tone} ${look}`}
    >
      <span aria-hidden>{learned.position === undefined ? "●" : learned.position + 1}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
