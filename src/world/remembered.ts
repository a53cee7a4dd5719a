import type { Became, Change, Memory } from "../oauth/remembered.ts";
import { toldId } from "../authorization-server/inspect.ts";
import type { Entry } from "../store/port.ts";
import type { JournaledChange } from "./records.ts";
import type { Sandbox } from "./sandbox.ts";
import { AUTH_HOST, insideAuthorizationServer } from "./sites.ts";

/** What the authorization server of a sandbox remembers, and what the last entry of the trace changed of it. */
export async function remembered(sandbox: Sandbox): Promise<Memory> {
  await sandbox.settle();
  const { now, moved = 0, last } = await sandbox.stateOrThrow();
  const journal = last === undefined ? [] : await sandbox.changesOf(last);
  return {
    now,
    moved,
    remembered: await insideAuthorizationServer(sandbox, now),
    changes: await changesIn(sandbox, journal),
  };
}

/** What became of each record, whatever was written to it in between. */
async function changesIn(
  sandbox: Sandbox,
  journal: readonly JournaledChange[],
): Promise<readonly Change[]> {
  const store = sandbox.store(AUTH_HOST);
  const changes = new Map<string, Change>();
  for (const { site, change } of journal) {
    const { kind, id, before } = change;
    const key = JSON.stringify([kind, id]);
    if (site !== AUTH_HOST || changes.has(key)) continue;
    const became = becameOf(before, await store.get(kind, id));
    if (became !== undefined) changes.set(key, { kind, id: toldId(kind, id), became });
  }
  return [...changes.values()];
}

function becameOf(
  before: Entry<object> | undefined,
  after: Entry<object> | undefined,
): Became | undefined {
  if (after === undefined) return before === undefined ? undefined : "forgotten";
  if (before === undefined) return "new";
  return before.spentAt === undefined && after.spentAt !== undefined ? "spent" : "changed";
}
