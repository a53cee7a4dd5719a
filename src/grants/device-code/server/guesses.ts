import type { ServerContext } from "../../../authorization-server/ports.ts";
import { isFirstUse } from "../../../store/used-once.ts";

const GUESSES = ["1", "2", "3", "4", "5"];
const PERIOD = 60;

/**
 * Whether one more user code may be tried: five wrong ones a minute, by everybody together (RFC 8628 §5.1). A guess
 * counts before anybody knows whether it is right, so that many at once gain nothing; a right one is given back.
 */
export async function countGuess(server: ServerContext, right: boolean): Promise<boolean> {
  for (const id of GUESSES) {
    const guess = { kind: "user_code_guess", id, lifetime: PERIOD } as const;
    if (!(await isFirstUse(server.store, guess, server.now()))) continue;
    if (right) await server.store.delete("user_code_guess", id);
    return true;
  }
  return false;
}
