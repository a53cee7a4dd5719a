import type { Walk } from "../../flow/walk.ts";
import type { Became, Memory, Origin, Remembered } from "../../oauth/remembered.ts";

/** A record with what came from it. */
export interface Node {
  readonly record: Remembered;
  /** What the last message made of it. */
  readonly became?: Became;
  readonly children: readonly Node[];
}

/** Records of one kind that came from no other. */
export interface Section {
  readonly kind: string;
  readonly title: string;
  readonly nodes: readonly Node[];
  /** Of the kind too, but of no concern to this walk. */
  readonly others: readonly Node[];
}

/** The kinds that are known by name, in the order they are told; others come after the first. */
const TITLES: Readonly<Record<string, string>> = {
  grant: "Grants, and what came of them",
  device_code: "Devices waiting for their user",
  user_code: "User codes",
  session: "Sessions",
  interaction: "Authorization requests",
  assertion: "Assertions that were used",
  proof: "Proofs that were used",
  client: "Registered clients",
};

/** Everything a server remembers, family by family and kind by kind; the walk's own clients first. */
export function sectionsOf(walk: Walk, memory: Memory): readonly Section[] {
  const roots = rootsOf(memory);
  const kinds = [...new Set(roots.map(({ record }) => record.kind))];
  const concerned = clientsOf(walk, memory);
  return kinds
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((kind) => {
      const all = roots.filter(({ record }) => record.kind === kind).toSorted(byState);
      const isOwn = ({ record }: Node) => kind !== "client" || concerned.has(record.id);
      return {
        kind,
        title: TITLES[kind] ?? `Records of the kind “${kindText(kind)}”`,
        nodes: all.filter(isOwn),
        others: all.filter((node) => !isOwn(node)),
      };
    });
}

/** A kind of record in words: `access token`. */
export function kindText(kind: string): string {
  return kind.replaceAll("_", " ");
}

function placeOf(kind: string): number {
  const known = Object.keys(TITLES).indexOf(kind);
  return known < 0 ? 0.5 : known;
}

/** The records that came from no other one, with all that came from them. */
function rootsOf({ remembered, changes }: Memory): readonly Node[] {
  const byParent = new Map(
    [...remembered.map(keyOf), ROOT].map((key): [string, Remembered[]] => [key, []]),
  );
  const news = new Map(changes.map((change): [string, Became] => [keyOf(change), change.became]));
  for (const record of remembered) {
    const siblings = record.from && byParent.get(keyOf(record.from));
    (siblings ?? byParent.get(ROOT))?.push(record);
  }
  const nodeOf = (record: Remembered): Node => {
    const key = keyOf(record);
    const became = news.get(key);
    return {
      record,
      ...(became === undefined ? {} : { became }),
      children: (byParent.get(key) ?? []).map(nodeOf).toSorted(byState),
    };
  };
  return (byParent.get(ROOT) ?? []).map(nodeOf);
}

/** In place of the key of what a record came from, where that is nothing the server remembers. */
const ROOT = "";

function keyOf({ kind, id }: Origin): string {
  return `${kind} ${id}`;
}

/** What is used up comes before what came of it, and among what works what ends first. */
function byState(a: Node, b: Node): number {
  return (
    endOf(a) - endOf(b) ||
    a.record.kind.localeCompare(b.record.kind) ||
    a.record.id.localeCompare(b.record.id)
  );
}

function endOf({ record: { expiresAt = Number.MAX_SAFE_INTEGER } }: Node): number {
  return expiresAt;
}

/** Ids of the clients that the walk speaks of, or other records of the server do. */
function clientsOf({ values }: Walk, { remembered, changes }: Memory): ReadonlySet<string> {
  const others = remembered.filter(({ kind }) => kind !== "client");
  const known = others.flatMap(({ facts }) => [facts["clientId"], facts["request.clientId"]]);
  const spoken = [...Object.values(values), ...known, ...changes.map(({ id }) => id)];
  return new Set(spoken.filter((id) => id !== undefined));
}

/** What the last message changed, in a sentence. */
export function newsText({ changes }: Memory, count: number): string {
  if (count === 0) return "No message has reached the server yet.";
  if (changes.length === 0) return `Message ${count} changed nothing here.`;
  const words: Readonly<Record<Became, string>> = {
    new: "made",
    spent: "used up",
    changed: "changed",
    forgotten: "forgot",
  };
  const said = Object.entries(words).flatMap(([became, verb]) => {
    const kinds = changes.filter((change) => change.became === became).map(({ kind }) => kind);
    return kinds.length === 0 ? [] : [`${verb} ${[...new Set(kinds)].map(articled).join(", ")}`];
  });
  return `Message ${count} ${said.join("; ")}.`;
}

function articled(kind: string): string {
  const text = kindText(kind);
  return `${/^[aeiou]/u.test(text) ? "an" : "a"} ${text}`;
}
