import type { Became, Remembered } from "../../oauth/remembered.ts";
import { durationText, timeText } from "../clock/duration.ts";
import { ValueChip } from "../exchange/value-chip.tsx";
import { kindText, type Node } from "./sections.ts";
import { toneOfKind } from "./value-of-record.ts";

interface Props {
  readonly nodes: readonly Node[];
  /** The server's clock, epoch seconds. */
  readonly now: number;
  /** How many records are above. */
  readonly depth?: number;
}

/** A family may be refreshed for years; so deep it is set in, and no deeper. */
const DEEPEST = 3;
const SET_IN = "mt-2 ml-2 border-l-2 border-line pl-3 sm:ml-3 sm:pl-4";

/** Records, each with what came from it below. */
export function RecordTree({ nodes, now, depth = 0 }: Props) {
  return (
    <ul className="space-y-2">
      {nodes.map((node) => (
        <li key={node.record.id}>
          <RecordLine node={node} now={now} />
          {node.children.length > 0 && (
            <div className={depth < DEEPEST ? SET_IN : "mt-2"}>
              <RecordTree nodes={node.children} now={now} depth={depth + 1} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const NEWS: Readonly<Record<Became, string>> = {
  new: "new",
  spent: "used up now",
  changed: "changed",
  forgotten: "forgotten",
};

function RecordLine({ node, now }: { readonly node: Node; readonly now: number }) {
  const { record, became } = node;
  const { kind, id } = record;
  const facts = Object.entries(record.facts);
  const look = became === undefined ? "border-line" : "border-accent";
  return (
    <div
      data-record={kind}
      data-record-state={record.state}
      data-became={became}
      className={`rounded-lg border px-3 py-2 ${look}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="font-medium first-letter:uppercase">{kindText(kind)}</span>
        {became !== undefined && (
          <span className="rounded-md bg-accent-tint px-1.5 py-0.5 font-medium text-accent">
            {NEWS[became]}
          </span>
        )}
        <span className={LOOKS[record.state]}>{stateText(record, now)}</span>
      </div>
      <div className="mt-1">
        <ValueChip value={id} name={kind} tone={toneOfKind(kind)} />
      </div>
      {facts.length > 0 && (
        <details className="mt-1">
          <summary className="min-h-11 cursor-pointer content-center rounded-md text-sm text-quiet hover:text-ink sm:min-h-7 focus-visible:outline-2 focus-visible:outline-accent">
            {brief(record)}
          </summary>
          <dl className="mt-1 space-y-1.5">
            {facts.map(([name, value]) => (
              <div key={name} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
                <dt className="text-sm leading-7 break-words text-quiet">{fieldText(name)}</dt>
                <dd className="min-w-0">
                  <ValueChip value={value} name={name} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

const LOOKS: Readonly<Record<Remembered["state"], string>> = {
  live: "text-quiet",
  spent: "text-quiet",
  expired: "font-medium text-bad",
  revoked: "font-medium text-bad",
};

function stateText({ state, since, reason, expiresAt }: Remembered, now: number): string {
  if (state === "spent") return since === undefined ? "used up" : `used up at ${timeText(since)}`;
  if (state === "expired") return "expired";
  if (state === "live") {
    return expiresAt === undefined ? "" : `expires in ${durationText(expiresAt - now)}`;
  }
  const why = reason === undefined ? "" : `: ${reason}`;
  return since === undefined ? `revoked${why}` : `revoked at ${timeText(since)}${why}`;
}

/** What a record is about, in a few words, while its fields are closed. */
function brief({ kind, facts }: Remembered): string {
  const { subject, clientId, clientName, scope } = facts;
  if (kind === "session") {
    return subject === undefined ? "Nobody has signed in" : `Signed in as ${subject}`;
  }
  if (clientName !== undefined) return clientName;
  const whose = [subject, clientId ?? facts["request.clientId"]].filter((one) => one !== undefined);
  const what = scope ?? facts["request.scope"];
  const all = [whose.join(" for "), what].filter((one) => one !== undefined && one !== "");
  return all.length === 0 ? "What it knows" : all.join(": ");
}

/** The name of a field in words: `redirect uri sent`. */
function fieldText(name: string): string {
  return name
    .replaceAll(".", " ")
    .replaceAll(/([a-z])([A-Z])/gu, "$1 $2")
    .toLowerCase();
}
