import type { ServerContext } from "../../../authorization-server/ports.ts";

/** So many wrong passwords within this time, in seconds, and the name rests for as long. */
const GUESSES = 5;
const WINDOW = 300;

/** Whether a name had so many wrong passwords lately that none is looked at (RFC 6749 §4.3.2). */
export async function tooManyGuesses(server: ServerContext, username: string): Promise<boolean> {
  const known = (await server.store.get("password_guess", username))?.value;
  return known !== undefined && known.failures >= GUESSES && !isOver(known, server.now());
}

/** Counts a wrong password. Only for names that exist, so that nobody fills the store. */
export async function noteWrongGuess(server: ServerContext, username: string): Promise<void> {
  const now = server.now();
  const first = { failures: 1, since: now };
  if (await server.store.insert("password_guess", username, first)) return;
  await server.store.update("password_guess", username, (known) =>
    isOver(known, now) ? first : { ...known, failures: known.failures + 1 },
  );
}

function isOver({ since }: { readonly since: number }, now: number): boolean {
  return since + WINDOW <= now;
}
