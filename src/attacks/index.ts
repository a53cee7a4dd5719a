import type { Attack } from "./attack.ts";
import { codeInjection } from "./code-injection/attack.ts";
import { codeInterception } from "./code-interception/attack.ts";
import { csrf } from "./csrf/attack.ts";
import { looseRedirect } from "./loose-redirect/attack.ts";
import { openRedirector } from "./open-redirector/attack.ts";
import { pkceDowngrade } from "./pkce-downgrade/attack.ts";
import { scriptInPage } from "./script-in-page/attack.ts";
import { stolenToken } from "./stolen-token/attack.ts";
import { tokenInjection } from "./token-injection/attack.ts";
import { tokenLeak } from "./token-leak/attack.ts";

/** Every attack there is, in the order of the matrix. */
export const attacks: readonly Attack[] = [
  tokenLeak,
  openRedirector,
  codeInterception,
  codeInjection,
  tokenInjection,
  csrf,
  looseRedirect,
  pkceDowngrade,
  scriptInPage,
  stolenToken,
];
