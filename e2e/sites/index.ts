import { codeInterception } from "./rows/code-interception.ts";
import { codeInjection, tokenInjection } from "./rows/injection.ts";
import { ownRequest, silentRequest } from "./rows/own-request.ts";
import { csrf, strippedRequest } from "./rows/planted-answer.ts";
import { looseRedirect, openRedirector, plainRequest } from "./rows/redirect.ts";
import { askForToken, askSilently, lookForToken, readCookies } from "./rows/script-in-page.ts";
import { counterfeitApi, log, thief } from "./rows/stolen-token.ts";
import { history, performanceEntry, referrer, thirdPartyScript } from "./rows/token-leak.ts";
import type { RealAttack } from "./scene.ts";

/** How each row of the matrix really happens, by the row's id. */
export const realAttacks: Readonly<Record<string, RealAttack>> = {
  "token-leak/third-party-script": thirdPartyScript,
  "token-leak/history": history,
  "token-leak/performance-entry": performanceEntry,
  "token-leak/referrer": referrer,
  "open-redirector": openRedirector,
  "code-interception": codeInterception,
  "code-interception/silent-request": silentRequest,
  "code-interception/own-request": ownRequest,
  "code-injection": codeInjection,
  "token-injection": tokenInjection,
  csrf,
  "loose-redirect": looseRedirect,
  "pkce-downgrade/stripped": strippedRequest,
  "pkce-downgrade/plain": plainRequest,
  "script-in-page/memory": lookForToken("memory"),
  "script-in-page/session-storage": lookForToken("sessionStorage"),
  "script-in-page/local-storage": lookForToken("localStorage"),
  "script-in-page/worker": lookForToken("worker"),
  "script-in-page/bff-cookie": readCookies,
  "script-in-page/own-server": askForToken,
  "script-in-page/silent-flow": askSilently,
  "stolen-token/thief": thief,
  "stolen-token/log": log,
  "stolen-token/counterfeit-api": counterfeitApi,
};

/** Rows with something modelled that no real run can show, and why. */
export const notRun: Readonly<Record<string, string>> = {};
