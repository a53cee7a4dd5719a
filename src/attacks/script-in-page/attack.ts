import type { Attack } from "../attack.ts";
import { clientSecret } from "../steps/defences.ts";
import { cookieWay, httpOnly } from "./cookie.ts";
import { memoryWay } from "./memory.ts";
import { ownServerWay } from "./own-server.ts";
import { scriptPolicy } from "./policy.ts";
import { silentFlowWay } from "./silent-flow.ts";
import { storageWay } from "./storage.ts";
import { keepsToken, workerWay } from "./worker.ts";

/** RFC 10017 §5: a script in the page, against every place a token can be kept in. */
export const scriptInPage: Attack = {
  id: "script-in-page",
  title: "Script in the page",
  summary:
    "A script of Mallory’s in Print’s page takes the token from where it is kept, or gets a new one.",
  capability:
    "Mallory gets a script of Mallory’s own into Print’s page, inline, through a hole in it.",
  spec: "RFC 10017 §5.1",
  defences: [scriptPolicy, keepsToken, httpOnly, clientSecret],
  ways: [
    memoryWay,
    storageWay("session-storage", "sessionStorage"),
    storageWay("local-storage", "localStorage"),
    workerWay,
    cookieWay,
    ownServerWay,
    silentFlowWay,
  ],
};
