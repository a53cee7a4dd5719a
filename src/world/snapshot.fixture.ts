import type { OpenStore, SandboxRecords } from "./records.ts";

/**
 * Everything a sandbox and its sites keep, but for what rewinding leaves on purpose: the branches, and which calls
 * acted already.
 */
export async function snapshotOf(openStore: OpenStore, id: string, sites: readonly string[]) {
  const records = openStore<SandboxRecords>(id);
  const state = (await records.get("state", "state"))?.value;
  const { advancedBy: _, rewoundBy: __, ...world } = state ?? {};
  const kept = sites.map((site) => openStore(`${id}/${site}`).everything());
  return {
    world,
    trace: await records.list("entry"),
    journal: await records.list("journal"),
    sites: await Promise.all(kept),
  };
}
