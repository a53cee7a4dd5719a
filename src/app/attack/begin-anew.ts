import type { Flow } from "../../flow/define-flow.ts";
import { loadEngine } from "../walk/load-engine.ts";

/**
 * Begins the walk of a sandbox anew and then goes to where it is shown; `run` takes it to its end. Never rejects:
 * a world that cannot be reached is reported by the stepper that shows it.
 */
export async function beginAnew(
  flow: Flow,
  sandbox: string,
  go: () => void,
  run: boolean,
): Promise<void> {
  try {
    const engine = await loadEngine();
    const session = engine.restartSession(flow, sandbox);
    go();
    if (run) await engine.runToEnd((await session).actor);
  } catch {
    go();
  }
}
