import type { TraceEntry } from "../../src/flow/trace.ts";
import type { Cause, CausesOfCheck, Way } from "../../src/learn/errors/cause.ts";
import { CLIENT } from "../../src/learn/errors/answers.ts";
import { answeredIn, type Refused, refusedIn } from "../../src/learn/errors/answered.ts";
import { picked } from "./picked.ts";
import { play } from "./play.ts";
import { rowless } from "./rowless.ts";
import { candidates } from "./search.ts";
import { type Row, tables } from "./tables.ts";
import { unreachable } from "./unreachable.ts";

export type CausesFile = Readonly<Record<string, CausesOfCheck>>;

/** Finds the best way to each answer of each check. Takes minutes: it goes thousands of ways. */
export async function collect(): Promise<CausesFile> {
  const found = new Map<string, Map<string, Found>>();
  const clientRows = new Map<string, Row>();
  const searched = [...(await candidates())];
  for (const [index, way] of [...picked, ...searched].entries()) {
    // Searched ways are tries: some lead nowhere, or to an answer no step reads.
    const entries = await play(way).catch((error: unknown) => {
      if (index < picked.length) throw error;
      return [];
    });
    noteClientRows(clientRows, entries);
    for (const one of refusalsOf(way, entries)) note(found, one);
  }
  return fileOf(found, clientRows);
}

interface Found extends Refused {
  readonly way: Way;
  readonly cost: number;
}

function refusalsOf(way: Way, entries: readonly TraceEntry[]): readonly Omit<Found, "cost">[] {
  return entries.flatMap((entry, index) => {
    const refused = refusedIn(entry);
    return refused === undefined
      ? []
      : [{ ...refused, way: { ...way, presses: index + 1, again: way.again && index > 0 } }];
  });
}

/** Of two ways to the same answer the one that was picked stays, else the cheaper, else the first. */
function note(found: Map<string, Map<string, Found>>, one: Omit<Found, "cost">): void {
  const cost = costOf(one.way);
  const ofCheck = found.get(one.check) ?? new Map<string, Found>();
  found.set(one.check, ofCheck);
  const known = ofCheck.get(one.code);
  if (known === undefined || cost < known.cost) ofCheck.set(one.code, { ...one, cost });
}

/** A picked way is meant for what comes last of it; what it meets before costs as much as anywhere else. */
function costOf(way: Way): number {
  if (PICKED.has(JSON.stringify(way))) return 0;
  const edited = way.edits.length === 0 ? 0 : way.edits[0]?.startsWith("add") === true ? 4 : 3;
  return way.presses * 10 + edited + (way.mistake === "" ? 0 : 1) + (way.wait === 0 ? 0 : 2);
}

const PICKED: ReadonlySet<string> = new Set(picked.map((way) => JSON.stringify(way)));

/** The client’s rows are in no table: whoever walks makes them. */
function noteClientRows(rows: Map<string, Row>, entries: readonly TraceEntry[]): void {
  for (const { id, title, spec, why } of entries.flatMap(({ checks }) => checks)) {
    if (id.startsWith("client.")) rows.set(id, { id, title, spec, why });
  }
}

async function fileOf(
  found: ReadonlyMap<string, ReadonlyMap<string, Found>>,
  clientRows: ReadonlyMap<string, Row>,
): Promise<CausesFile> {
  const file: Record<string, CausesOfCheck> = {};
  const all = new Map([...tables, [CLIENT, [...clientRows.values()]] as const]);
  for (const [where, rows] of all) {
    for (const { id, title, spec, why } of rows) {
      const known = file[id];
      const causes = [...(found.get(id)?.values() ?? [])].map(causeOf);
      file[id] = known
        ? { ...known, endpoints: [...new Set([...known.endpoints, where])] }
        : { title, spec, why, endpoints: [where], causes: [...causes, ...withoutWay(id)] };
    }
  }
  for (const [id, one] of Object.entries(rowless)) file[id] = await ofRowless(one);
  return file;
}

function causeOf({ code, where, status, way }: Found): Cause {
  return { code, where, status, way, reason: "" };
}

function withoutWay(id: string): readonly Cause[] {
  return (unreachable[id] ?? []).map((one) => ({ ...one, way: null }));
}

async function ofRowless({ way, ...row }: (typeof rowless)[string]): Promise<CausesOfCheck> {
  const last = (await play(way)).at(-1);
  const answered = last && answeredIn(last);
  if (answered === undefined) throw new Error(`“${row.title}” was answered nothing.`);
  return { ...row, causes: [{ ...answered, way, reason: "" }] };
}
