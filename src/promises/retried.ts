/** Milliseconds before each further attempt: a worker that was stopped may be stopped again while it starts. */
const WAITS = [0, 100, 300, 900];

/** Does what may fail on the way, as when a worker is stopped under it; after five times it gives up with the last error. */
export async function retried<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (const wait of WAITS) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return attempt();
}
