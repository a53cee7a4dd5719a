import { FRAME_CLIENT } from "../cast.ts";
import type { Grant } from "../grant.ts";
import { deviceFlow } from "./flow.ts";

/** RFC 8628: for devices without a browser, or without a keyboard. */
export const deviceCode: Grant = {
  id: "device-code",
  title: "Device authorization",
  summary:
    "A device without a keyboard shows a code; its user enters it on a phone and allows the device there, while the device polls.",
  variants: [
    {
      id: "frame",
      title: "Photo frame",
      forWhom:
        "For TVs, consoles, printers and other devices on which nobody wants to type a password.",
      client: { id: FRAME_CLIENT.id, type: "public", answer: "nothing" },
      modelled: "The frame with its screen, and the phone. What they send is really sent.",
      flow: deviceFlow,
    },
  ],
};
