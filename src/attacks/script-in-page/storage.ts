import type { Flow, LocalStep } from "../../flow/define-flow.ts";
import type { Kept } from "../../flow/transport.ts";
import type { Way } from "../attack.ts";
import { usedAtApi, USE, callWithToken } from "../steps/use.ts";
import { injected } from "./injected.ts";
import { scriptPolicy } from "./policy.ts";
import { aroundCall, callIn, onPage, withMallory } from "./page.ts";

const KEEP = "page_keeps";
const LOOK = "script_look";
const KEY = "access_token";

/** RFC 10017 §8.5: what a page keeps in web storage, every script of its origin reads. */
export function storageWay(id: string, area: Kept["area"]): Way {
  return {
    id,
    title: `Kept in ${area}`,
    keptIn: area,
    modelled: "The script is a step of the walk; it reads the modelled browser’s storage.",
    defences: [scriptPolicy],
    anyGrant: true,
    against: onPage(({ flow }) => readFrom(flow, area)),
    proof: usedAtApi,
  };
}

function readFrom(flow: Flow, area: Kept["area"]): Flow {
  return withMallory(aroundCall(flow, KEEP, LOOK), {
    [KEEP]: keep(area, callIn(flow)),
    [LOOK]: injected(
      {
        title: `Mallory’s script reads ${area}`,
        spec: "RFC 10017 §5.1.1",
        why: "A script has the rights of the page it runs in, and may read what the page may read. It sends the token to Mallory.",
        button: `read ${area}`,
        outcomes: {
          token: { label: "the access token", next: USE },
          nothing: { label: "nothing", next: "stop" },
        },
      },
      (_, { browser }) => {
        const token = browser.scriptCanRead?.[area][KEY];
        return token === undefined
          ? { outcome: "nothing" }
          : { outcome: "token", values: { stolen_token: token } };
      },
    ),
    [USE]: callWithToken(flow),
  });
}

function keep(area: Kept["area"], next: string): LocalStep<string, string, string> {
  return {
    kind: "local",
    title: `The page keeps the token in ${area}`,
    from: "page",
    to: "page",
    channel: "local",
    stage: "redeem",
    spec: "RFC 10017 §8.5",
    why:
      area === "localStorage"
        ? "So that it is still there after a reload, in every tab of this site and tomorrow."
        : "So that it is still there after a reload of this tab.",
    chapter: "use",
    button: `write to ${area}`,
    run: async (read) => ({
      outcome: "kept",
      keep: { area, key: KEY, value: read("access_token") },
    }),
    outcomes: { kept: { label: "kept", next } },
  };
}
