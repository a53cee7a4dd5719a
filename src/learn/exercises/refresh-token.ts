import { changed } from "../../flow/edit-flow.ts";
import { SCOPE } from "../../grants/cast.ts";
import { rotatingFlow } from "../../grants/refresh-token/rotating.ts";
import { allowedTo } from "../../grants/steps/allowed.ts";
import type { Criterion, Exercises } from "../exercise.ts";
import { withField, withRequest } from "../../flow/edit-request.ts";
import { ended, refusedBy } from "./criteria.ts";
import { revoked } from "./memory.ts";

const readingOnly = {
  ...rotatingFlow,
  sandbox: { ...rotatingFlow.sandbox, allowed: allowedTo("print-page", SCOPE) },
};

/** Alice allowed reading, and the client asks for writing as well. */
const greedy = withRequest(readingOnly, "refresh", (request) =>
  withField(request, "scope", `${SCOPE} photos.write`),
);

const refreshingTwice = changed(rotatingFlow, "retry", (step) => ({
  ...step,
  instead: [{ label: "Use the refresh token once more", next: "refresh" }],
}));

/** The client has got an access token without the user, whichever way it asked. */
const refreshed: Criterion = {
  says: "auth.example has given the script another access token, without Alice",
  holds: ({ walk }) =>
    walk.taken.some(({ step, led }) => ["refresh", "less"].includes(step) && led),
};

const refreshedTwice: Criterion = {
  says: "The script has used its refresh token, and got another",
  holds: ({ walk }) =>
    walk.taken.some(({ step, outcome }) => step === "refresh" && outcome === "ok"),
};

export const refreshToken: Exercises = {
  task: {
    title: "A refresh that asks for too much",
    brief:
      "Somebody has changed Print’s script. The access token expires, the script refreshes, and auth.example refuses. Yet the refresh token is good. Find out what it objects to, put the request right, and send it.",
    walks: [{ id: "rotating-public", title: "Public, rotating", flow: greedy }],
    criteria: [refreshed, ended("The API has answered the repeated request with the photos")],
    hints: [
      "Which row of the checklist failed? The rows above it say that the refresh token itself is known, fresh and this client’s.",
      "A refresh may ask for the scope that was allowed, or for less (RFC 6749 §6). Alice allowed photos.read.",
      "Take photos.write out of scope, or leave the parameter out.",
    ],
    explanation:
      "A refresh never widens what the user allowed. To get more, the client has to ask her again. And the refusal spent nothing: the same refresh token worked a moment later.",
    solution: {
      walk: "rotating-public",
      play: async (hand) => {
        await hand.to("refresh");
        await hand.send({ scope: undefined });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Set off the alarm",
    brief:
      "No thief is here, but auth.example is to believe that there is one. Make it revoke the whole family of refresh tokens, the newest included. You may send only what this script itself has or once had.",
    walks: [{ id: "rotating-public", title: "Public, rotating", flow: refreshingTwice }],
    criteria: [
      refreshedTwice,
      refusedBy("A refresh token was refused because it had been used", "token.refresh-unspent"),
      revoked("auth.example has revoked what Alice allowed", "refresh token replayed"),
    ],
    hints: [
      "What would the server see if two parties had the same refresh token?",
      "Refresh once, and then once more: there is another way on where the original request would be repeated.",
      "In the second refresh, put the refresh token of the very first answer in place of the new one.",
    ],
    explanation:
      "A spent token shows that two have it, and the server cannot tell which of them is honest. So the newest token ends as well (RFC 9700 §4.14.2). A client that loses track of its own tokens sets off the same alarm.",
    solution: {
      walk: "rotating-public",
      play: async (hand) => {
        await hand.to("refresh");
        const first = hand.walk().values["refresh_token"];
        await hand.send();
        await hand.instead("refresh");
        await hand.send({ refresh_token: first });
      },
    },
  },
};
