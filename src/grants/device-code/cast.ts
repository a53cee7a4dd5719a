import type { Chapter, Party, Place, ValueFacts } from "../../flow/define-flow.ts";
import { chapters } from "../steps/values.ts";

/** The client: modelled, with a screen of its own. */
export const frame = {
  name: "Photo frame",
  role: "device",
  what: "The client: a photo frame from Print on Alice’s wall. It has a screen and no keyboard. The page models it; what it sends is really sent.",
  profile: "device",
} satisfies Party;

export const framePlace = {
  id: "device",
  title: "Photo frame",
  what: "the frame’s memory, and whoever takes it apart",
} satisfies Place;

/** The values this grant adds (RFC 8628 §3.2). */
export const deviceValues = {
  device_code: {
    title: "device code",
    what: "What the frame polls with; it is never shown (RFC 8628 §3.2)",
    tone: "code",
    tracked: true,
  },
  user_code: {
    title: "user code",
    what: "What Alice types: short, and shown to everyone in the room (RFC 8628 §6.1)",
    tone: "binding",
    tracked: true,
  },
  verification_uri: {
    title: "verification URI",
    what: "Where Alice types the code (RFC 8628 §3.2)",
    tone: "plain",
    tracked: false,
  },
  verification_uri_complete: {
    title: "verification URI with the code",
    what: "The same address with the code in it (RFC 8628 §3.3.1)",
    tone: "plain",
    tracked: false,
  },
  expires_in: {
    title: "expires in",
    what: "For how many seconds both codes live",
    tone: "plain",
    tracked: false,
  },
  interval: {
    title: "interval",
    what: "Seconds between two polls (RFC 8628 §3.5)",
    tone: "plain",
    tracked: false,
  },
} satisfies Record<string, ValueFacts>;

const shared = (id: (typeof chapters)[number]["id"]) => chapters.filter((one) => one.id === id);

/** The walk in a few messages. */
export const deviceChapters: readonly Chapter[] = [
  { id: "ask", title: "The device asks the authorization server for two codes" },
  { id: "show", title: "The device shows one of them to Alice" },
  { id: "poll", title: "The device begins to poll" },
  { id: "code", title: "Alice enters the code in her own browser" },
  ...shared("login"),
  ...shared("credentials"),
  { id: "redeem", title: "The device polls again and gets an access token" },
  ...shared("use"),
];
