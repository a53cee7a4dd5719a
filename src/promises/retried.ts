const ATTEMPTS = 3;

/** Does what may fail on the way, as when a worker is stopped under it, three times before it gives up with the last error. */
export async function retried<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}
