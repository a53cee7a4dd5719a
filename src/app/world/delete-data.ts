import { deleteDatabase } from "../../store/indexeddb.ts";
import { DATABASE } from "../../world/persistent.ts";
import { forgetSessions } from "../walk/sessions.ts";

const PREFIX = "grantlab.";

/** Forgets the walks, the servers' records, the progress and the settings of this browser. Rejects when something stays. */
export async function deleteMyData(): Promise<void> {
  forgetSessions();
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  }
  await deleteDatabase(DATABASE);
}
