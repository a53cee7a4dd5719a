import { passwordFlow } from "../../grants/password/flow.ts";
import type { Exercises } from "../exercise.ts";
import { withField, withRequest } from "../../flow/edit-request.ts";
import { ended, refusedBy, went } from "./criteria.ts";

const forgetful = withRequest(passwordFlow, "token", (request) =>
  withField(request, "password", undefined),
);

export const password: Exercises = {
  task: {
    title: "Where would the password come from?",
    brief:
      "Somebody has changed Print’s server, and its token request is refused. Give the request what it lacks. While you do, watch where you can find it, and who else could.",
    walks: [{ id: "legacy", title: "Old application", flow: forgetful }],
    criteria: [
      went("auth.example has given Print a token", "token"),
      ended("The photos are on the page"),
    ],
    hints: [
      "Read the row that failed: a parameter is missing.",
      "Alice typed it two messages earlier. Print got all of that form.",
      "Add a parameter to the token request: password, with what Alice typed.",
    ],
    explanation:
      "You have just read Alice’s password in a message to Print. So can Print, whatever reads Print’s logs, and whoever breaks into Print. In every other grant of this guide there is no such message.",
    solution: {
      walk: "legacy",
      play: async (hand) => {
        await hand.to("token");
        await hand.send({ password: hand.walk().values["password"] });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Refused with the right password",
    brief:
      "Bring auth.example to refuse Alice’s own, right password, because somebody seems to be guessing. Then get the photos after all.",
    walks: [{ id: "legacy", title: "Old application", flow: passwordFlow }],
    criteria: [
      refusedBy("auth.example has refused to listen to more guesses", "token.password-guesses"),
      ended("The photos are on the page"),
    ],
    hints: [
      "How many wrong passwords does the server take before it stops looking?",
      "Send a wrong password five times. The next one is refused unread, even if it is right.",
      "Move the clock on by five minutes, put the right password back, and send.",
    ],
    explanation:
      "The endpoint takes passwords from programs, so it MUST be protected against guessing (RFC 6749 §4.3.2). The price: whoever knows Alice’s name can keep her out for five minutes at a time.",
    solution: {
      walk: "legacy",
      play: async (hand) => {
        await hand.to("token");
        for (const guess of ["a", "b", "c", "d", "e"]) await hand.send({ password: guess });
        await hand.send();
        await hand.wait(301);
        await hand.send();
        await hand.end();
      },
    },
  },
};
