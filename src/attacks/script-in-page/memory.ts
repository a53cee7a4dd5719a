import type { Way } from "../attack.ts";
import type { Words } from "../../flow/edit-flow.ts";
import { overheardAt } from "../steps/api-call.ts";
import { usedAtApi, USE, callWithToken } from "../steps/use.ts";
import { injected } from "./injected.ts";
import { aroundCall, callIn, onPage, withMallory } from "./page.ts";
import { scriptPolicy } from "./policy.ts";

const HOOK = "script_hook";

/** Mallory's script puts itself between the page and its requests. */
export function hook(next: string, words: Pick<Words, "title" | "why"> = {}) {
  return injected(
    {
      title: "Mallory’s script puts itself before fetch",
      spec: "RFC 10017 §8.4",
      why: "A closure hides a variable, but the page still calls fetch, and any script of the page can replace fetch. Every header passes through Mallory’s function now.",
      button: "wrap fetch",
      chapter: "use",
      ...words,
      outcomes: { hooked: { label: "fetch is Mallory’s", next } },
    },
    () => ({ outcome: "hooked" }),
  );
}

/** RFC 10017 §8.4: a token that is only in memory has to leave it to be used. */
export const memoryWay: Way = {
  id: "memory",
  title: "Kept in memory",
  keptIn: "memory of the page",
  modelled:
    "The script is a step of the walk; it reads the request a wrapped fetch would be given.",
  defences: [scriptPolicy],
  anyGrant: true,
  against: onPage(({ flow }) => {
    const call = callIn(flow);
    return withMallory(aroundCall(overheardAt(flow, call, CALL), HOOK, USE), {
      [HOOK]: hook(call),
      [USE]: callWithToken(flow),
    });
  }),
  proof: usedAtApi,
};

/** The page's call with Mallory's function in between. */
const CALL = {
  why: "Print’s script calls fetch as always, and it answers as always. Mallory’s function has read the Authorization header on the way.",
};
