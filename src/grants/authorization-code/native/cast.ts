import type { Party, Place } from "../../../flow/define-flow.ts";

/** The client: modelled, with a window of its own. */
export const app = {
  name: "Print app",
  role: "device",
  what: "The client: a program on Alice’s own computer. The page models it; what it sends is really sent.",
  profile: "app",
} satisfies Party;

export const appPlace = {
  id: "device",
  title: "App",
  what: "the app’s memory and keystore, and whoever takes it apart",
} satisfies Place;
