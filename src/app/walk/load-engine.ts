import { retried } from "../../promises/retried.ts";
import { memoised } from "../../oauth/memoised.ts";

/** What runs walks: state machines and the way to the servers. A page can be read, and take a press, before it is there. */
export const loadEngine = memoised(() => retried(() => import("./engine.ts")));
