import { headerFlow } from "../../grants/access-token/header.ts";
import { opaqueFlow } from "../../grants/access-token/opaque.ts";
import { changed } from "../../flow/edit-flow.ts";
import { photosRequest } from "../../grants/steps/tokens.ts";
import type { Exercises } from "../exercise.ts";
import { ended, refusedBy, went } from "./criteria.ts";
import { revoked } from "./memory.ts";

const confused = changed(headerFlow, "api", (step) =>
  step.kind === "exchange"
    ? { ...step, request: (read) => photosRequest(read("refresh_token")) }
    : step,
);

export const accessToken: Exercises = {
  task: {
    title: "A call that shows the wrong thing",
    brief:
      "Somebody has changed Print’s script. Without a token the API answers 401, which is as it should be. Then comes the call with a token, and it is refused as well. Read why, put right what is sent, and send it.",
    walks: [{ id: "header", title: "In the header", flow: confused }],
    criteria: [
      went("The API has answered a call with the photos", "api"),
      ended("The photos are on the page"),
    ],
    hints: [
      "The scheme is right and the header is there. Compare its value with what auth.example gave the script.",
      "The answer to the token request has two tokens. One is for the API, the other for auth.example alone.",
      "In the call, replace what stands after “Bearer” by the access token of that answer.",
    ],
    explanation:
      "The script sent its refresh token. That one is for the authorization server and is never sent to an API (RFC 6749 §1.5). Outside this lab a token that went astray would have to be revoked: the API has seen it.",
    solution: {
      walk: "header",
      play: async (hand) => {
        await hand.to("api");
        await hand.send({ Authorization: `Bearer ${hand.walk().values["access_token"]}` });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Sign out properly",
    brief:
      "Print signs Alice out. Revoking the access token is not enough: the refresh token would get another. Bring auth.example to end everything that came of what Alice allowed, with a single request, and let the API refuse the access token from then on.",
    walks: [{ id: "opaque", title: "Opaque", flow: opaqueFlow }],
    criteria: [
      revoked("auth.example has ended all that Alice allowed", "client asked"),
      refusedBy("The API has refused the access token, because it was revoked", "api.active"),
      ended("Alice is signed out"),
    ],
    hints: [
      "Which of the two tokens stands for the other as well?",
      "Look at the revocation request: nothing in it says which kind of token it has to be (RFC 7009 §2.1).",
      "At “The script revokes the access token”, put the refresh token in the place of the access token.",
    ],
    explanation:
      "With a refresh token this server revokes the grant, and so every token of it, as it SHOULD (RFC 7009 §2.1). The API noticed at once because it asks. Had the token been a JWT that the API reads by itself, it would have worked until it expired.",
    solution: {
      walk: "opaque",
      play: async (hand) => {
        await hand.to("revoke");
        await hand.send({ token: hand.walk().values["refresh_token"] });
        await hand.end();
      },
    },
  },
};
