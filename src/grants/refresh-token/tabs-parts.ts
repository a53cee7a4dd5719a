import type { Party, Read, ValueFacts } from "../../flow/define-flow.ts";
import type { BrowserView } from "../../flow/trace.ts";
import type { Kept } from "../../flow/transport.ts";
import { jsonObject } from "../../oauth/json.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { parties } from "../steps/parties.ts";
import { photosRequest } from "../steps/tokens.ts";

const KEY = "tokens";

/** The same page once more. */
export const secondTab = {
  ...parties.page,
  name: "Tab two",
  what: "The same script once more, in a second tab: a memory of its own, the same storage.",
} satisfies Party;

/** What the second tab has in its memory. */
export const secondValues = {
  second_access_token: {
    title: "access token",
    what: "As tab two has it",
    tone: "token",
    tracked: false,
  },
  second_refresh_token: {
    title: "refresh token",
    what: "As tab two has it",
    tone: "token",
    tracked: false,
  },
} satisfies Record<string, ValueFacts>;

/** The tokens as they lie in the storage. */
export function kept(read: Read<"access_token" | "refresh_token">): Kept {
  const tokens = { access_token: read("access_token"), refresh_token: read("refresh_token") };
  return { area: "localStorage", key: KEY, value: JSON.stringify(tokens) };
}

/** The tokens a tab finds there. */
export function storedIn({ scriptCanRead }: BrowserView) {
  const { access_token, refresh_token } = jsonObject(scriptCanRead?.localStorage[KEY] ?? "") ?? {};
  return {
    second_access_token: textOf(access_token),
    second_refresh_token: textOf(refresh_token),
  };
}

/** The second tab's request for the photos. */
export function readSecond(read: Read<"second_access_token">): WireRequest {
  return photosRequest(read("second_access_token"));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
