import type { TraceEntry } from "../../flow/trace.ts";
import { errorCodes, errorTitle } from "../../learn/errors/answers.ts";
import { refusedIn } from "../../learn/errors/answered.ts";
import type { ErrorPage } from "../../ui/exchange/error-pages.ts";

/** Finds the page about what was refused in an entry, at the check that refused it; `base` is that of the app. */
export function errorPageIn(base: string): (entry: TraceEntry) => ErrorPage | undefined {
  return (entry) => {
    const refused = refusedIn(entry);
    const known = errorCodes.find((one) => one === refused?.code);
    if (refused === undefined || known === undefined) return undefined;
    return { title: errorTitle(known), href: `${base}/errors/${known}#${refused.check}` };
  };
}
