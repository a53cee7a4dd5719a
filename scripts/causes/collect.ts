import { stepOf } from "../../src/flow/define-flow.ts";
import type { TraceEntry } from "../../src/flow/trace.ts";
import type { Cause, CausesOfCheck, LinkedWay, Way } from "../../src/learn/errors/cause.ts";
import { CLIENT } from "../../src/learn/errors/answers.ts";
import { answeredIn, type Refused, refusedIn } from "../../src/learn/errors/answered.ts";
import { refusalWalks } from "../../src/learn/errors/walks/index.ts";
import { picked } from "./picked.ts";
import { play, playTo } from "./play.ts";
import { rowless } from "./rowless.ts";
import { candidates } from "./search.ts";
import { type Row, tables } from "./tables.ts";
import { unreachable } from "./unreachable.ts";

export type CausesFile = Readonly<Record<string, CausesOfCheck>>;

/** Finds the best way to each answer of each check. Takes minutes: it goes thousands of ways. */
export async function collect(): Promise<CausesFile> {
  const found = new Map<string, Map<string, Found>>();
  const clientRows = new Map<string, Row>();
  for (const walk of refusalWalks) {
    const { flow, step } = walk;
    const entry = await playTo(flow, step);
    noteClientRows(clientRows, entry);
    const way = { walk: walk.title, message: stepOf(flow, step).title };
    note(found, { ...refusedOr(entry, walk.check), way, cost: 0 });
  }
  for (const way of picked) {
    const entry = await play(way);
    noteClientRows(clientRows, entry);
    note(found, { ...refusedOr(entry, way.step), way, cost: 0 });
  }
  for (const way of await candidates()) {
    // Searched ways are tries: some lead nowhere, or to an answer no step reads.
    const entry = await play(way).catch(() => undefined);
    if (entry === undefined) continue;
    noteClientRows(clientRows, entry);
    const refused = refusedIn(entry);
    if (refused !== undefined) note(found, { ...refused, way, cost: costOf(way) });
  }
  return fileOf(found, clientRows);
}

interface Found extends Refused {
  readonly way: Way;
  /** Nothing for ways that were chosen. */
  readonly cost: number;
}

function refusedOr(entry: TraceEntry, name: string): Refused {
  const refused = refusedIn(entry);
  if (refused === undefined) throw new Error(`No check refused at ${name}.`);
  return refused;
}

/** Of two ways to the same answer the cheaper stays, else the first. */
function note(found: Map<string, Map<string, Found>>, one: Found): void {
  const ofCheck = found.get(one.check) ?? new Map<string, Found>();
  found.set(one.check, ofCheck);
  const known = ofCheck.get(one.code);
  if (known === undefined || one.cost < known.cost) ofCheck.set(one.code, one);
}

function costOf({ edits, mistake, wait }: LinkedWay): number {
  const edited = edits.length === 0 ? 0 : edits[0]?.startsWith("add") === true ? 4 : 3;
  return 1 + edited + (mistake === "" ? 0 : 1) + (wait === 0 ? 0 : 2);
}

/** The client’s rows are in no table: whoever walks makes them. Where two clients explain one otherwise, the walk it is shown in counts. */
function noteClientRows(rows: Map<string, Row>, { checks }: TraceEntry): void {
  for (const { id, title, spec, why } of checks) {
    if (id.startsWith("client.") && !rows.has(id)) rows.set(id, { id, title, spec, why });
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
  const answered = answeredIn(await play(way));
  if (answered === undefined) throw new Error(`“${row.title}” was answered nothing.`);
  return { ...row, causes: [{ ...answered, way, reason: "" }] };
}
