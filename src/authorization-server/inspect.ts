import type { Origin, Remembered } from "../oauth/remembered.ts";
import type { Entry } from "../store/port.ts";
import type { AuthorizationServerConfig } from "./ports.ts";
import type { AuthorizationRecords, GrantRecord } from "./records.ts";

type Inside = Pick<AuthorizationServerConfig, "store" | "clients" | "now">;
type Fields = Readonly<Record<string, unknown>>;

/** Never told, not even to somebody who looks inside. */
const SECRETS: readonly string[] = ["secret", "password", "browserId"];
/** What is told under a name of its own. */
const OWN: readonly string[] = ["grantId", "from", "revoked"];

/** As much of the id of a record as is told: of a session its beginning, for whoever has all of it is signed in. */
export function toldId(kind: string, id: string): string {
  return kind === "session" ? `${id.slice(0, 8)}…` : id;
}

/**
 * Everything the server remembers, kinds of record it does not know by name included: the operator's clients first,
 * then its records in order of kind and id. Secrets of clients and people are left out, and when it tidies up.
 */
export async function inspect({ store, clients, now }: Inside): Promise<readonly Remembered[]> {
  const records = (await store.everything()).filter(({ kind }) => kind !== "sweep");
  const grants = new Map(
    (await store.list("grant")).map(({ id, value }): [string, GrantRecord] => [id, value]),
  );
  const known = clients.map((client) => remembered("client", client.clientId, { value: client }));
  return [...known, ...records.map(({ kind, id, ...entry }) => remembered(kind, id, entry))];

  function remembered(
    kind: keyof AuthorizationRecords,
    id: string,
    entry: Entry<object>,
  ): Remembered {
    const fields: Fields = { ...entry.value };
    const expiresAt = endOf(fields);
    const from = originOf(fields);
    return {
      kind,
      id: toldId(kind, id),
      ...stateOf(kind, entry, grants.get(kind === "grant" ? id : textIn(fields, "grantId")), now()),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(from === undefined ? {} : { from }),
      facts: factsOf(fields),
    };
  }
}

type State = Pick<Remembered, "state" | "since" | "reason">;

function stateOf(
  kind: string,
  { value, spentAt }: Entry<object>,
  grant: GrantRecord | undefined,
  now: number,
): State {
  // An access token is used many times; what ends it early is being revoked (RFC 7009 §2).
  if (spentAt !== undefined) {
    return { state: kind === "access_token" ? "revoked" : "spent", since: spentAt };
  }
  if (grant?.revoked !== undefined) {
    return { state: "revoked", since: grant.revoked.at, reason: grant.revoked.reason };
  }
  const expiresAt = endOf({ ...value });
  return { state: expiresAt !== undefined && expiresAt <= now ? "expired" : "live" };
}

/** When it ends if nobody uses it again: at the latest, or sooner where it may not lie idle. */
function endOf(fields: Fields): number | undefined {
  const ends = [fields["expiresAt"], fields["idleUntil"]].filter((end) => typeof end === "number");
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** What it says itself it came from, else the grant it belongs to. */
function originOf(fields: Fields): Origin | undefined {
  const from: Fields = { ...(typeof fields["from"] === "object" ? fields["from"] : {}) };
  const [kind, id] = [textIn(from, "kind"), textIn(from, "id")];
  if (kind !== "") return { kind, id };
  const grantId = textIn(fields, "grantId");
  return grantId === "" ? undefined : { kind: "grant", id: grantId };
}

function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

function factsOf(fields: Fields): Readonly<Record<string, string>> {
  const told = Object.entries(fields).filter(([name]) => !OWN.includes(name));
  return Object.fromEntries(told.flatMap(([name, value]) => spelled(name, value)));
}

/** A field as names and texts: what is inside an object has its name before its own. */
function spelled(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (SECRETS.includes(name) || value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[name, value.map(textOf).join(" ")]];
  if (typeof value !== "object") return [[name, isTime(name, value) ? iso(value) : textOf(value)]];
  return Object.entries({ ...value }).flatMap(([inner, one]: [string, unknown]) =>
    spelled(inner, one).map(([path, text]) => [`${name}.${path}`, text] as const),
  );
}

function isTime(name: string, value: unknown): value is number {
  return typeof value === "number" && /(At|Until)$/u.test(name);
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
