import { changed } from "../../flow/edit-flow.ts";
import { deviceFlow } from "../../grants/device-code/flow.ts";
import type { Criterion, Exercises } from "../exercise.ts";
import { withField } from "../../flow/edit-request.ts";
import { ended, went } from "./criteria.ts";

/** Once Alice has allowed it, the frame shows the code of its screen. */
const mixedUp = changed(deviceFlow, "poll", (step) =>
  step.kind === "exchange"
    ? {
        ...step,
        request: (read) => withField(step.request(read), "device_code", read("user_code")),
      }
    : step,
);

const slowedDown: Criterion = {
  says: "auth.example has told the frame to slow down",
  holds: ({ walk }) => walk.taken.some(({ outcome }) => outcome === "slow_down"),
};

const onlyOnce: Criterion = {
  says: "It had to say so once, and no more",
  holds: ({ walk }) => walk.taken.filter(({ outcome }) => outcome === "slow_down").length === 1,
};

export const deviceCode: Exercises = {
  task: {
    title: "A frame that shows the wrong code",
    brief:
      "Somebody has changed the frame’s program. Alice has entered the code, signed in and allowed it. Now the frame asks for its tokens, and auth.example refuses. Find what is wrong with the request, put it right, and send it.",
    walks: [{ id: "frame", title: "Photo frame", flow: mixedUp }],
    criteria: [
      went("auth.example has given the frame its tokens", "poll"),
      ended("The frame shows the photos"),
    ],
    hints: [
      "Which row of the checklist failed, and which parameter is it about?",
      "The first answer of this walk has two codes. Which of them is the frame’s own?",
      "Go back to the first message, copy device_code from its answer, and put it into the poll.",
    ],
    explanation:
      "The user code only says which device Alice means, and everyone in the room has read it. The tokens go to whoever shows the device code, which never left the frame (RFC 8628 §3.4).",
    solution: {
      walk: "frame",
      play: async (hand) => {
        await hand.to("poll");
        await hand.send({ device_code: hand.walk().values["device_code"] });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Learn patience",
    brief:
      "Bring auth.example to tell the frame to slow down. Then get the photos onto the frame all the same, without being told a second time.",
    walks: [{ id: "frame", title: "Photo frame", flow: deviceFlow }],
    criteria: [slowedDown, onlyOnce, ended("The frame shows the photos")],
    hints: [
      "The frame was told an interval with its codes. What if it does not wait for it?",
      "Where Alice would open the address, there is another way on: the frame polls again at once.",
      "After slow_down let the frame wait as it says, let Alice enter the code, and go on: the longer interval holds for every later poll.",
    ],
    explanation:
      "slow_down is an answer and no failure: the codes are still good. It adds five seconds to the interval for this and all later polls (RFC 8628 §3.5). A device that forgets this is told again each time.",
    solution: {
      walk: "frame",
      play: async (hand) => {
        await hand.to("open");
        await hand.instead("poll");
        await hand.send();
        await hand.end();
      },
    },
  },
};
