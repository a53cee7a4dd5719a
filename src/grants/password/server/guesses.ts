import type { ServerContext } from "../../../authorization-server/ports.ts";

/** So many wrong passwords within this time, in seconds, and the name rests for as long. */
const GUESSES = 5;
const WINDOW = 300;

/**
 * Whether one more password of a name may be tried (RFC 6749 §4.3.2). A guess counts before anybody knows whether it is
 * right, so that many at once gain nothing; a right one is given back. Only for names that exist, so that nobody fills the store.
 */
export async function countGuess(
  server: ServerContext,
  username: string,
  right: boolean,
): Promise<boolean> {
  if (!(await takeGuess(server, username))) return false;
  if (right) {
    await server.store.update("password_guess", username, (known) => ({
      ...known,
      failures: Math.max(0, known.failures - 1),
    }));
  }
  return true;
}

/** In one step for each of many at once. */
async function takeGuess(server: ServerContext, username: string): Promise<boolean> {
  const now = server.now();
  const first = { failures: 1, since: now };
  if (await server.store.insert("password_guess", username, first)) return true;
  let taken = false;
  await server.store.update("password_guess", username, (known) => {
    const anew = known.failures === 0 || isOver(known, now);
    taken = anew || known.failures < GUESSES;
    if (anew) return first;
    return taken ? { ...known, failures: known.failures + 1 } : known;
  });
  return taken;
}

function isOver({ since }: { readonly since: number }, now: number): boolean {
  return since + WINDOW <= now;
}
