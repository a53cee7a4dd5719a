import { openIdConnectFlow } from "../../grants/authorization-code/openid/flow.ts";
import type { Exercises } from "../exercise.ts";
import { askingFor } from "./asking.ts";
import { ended, refusedBy, went } from "./criteria.ts";

const WALK = { id: "openid-connect", title: "OpenID Connect" };

/** A request of plain OAuth: the scope that makes it a sign-in is missing. */
const withoutOpenId = askingFor(openIdConnectFlow, { scope: "profile email photos.read" });

export const openIdConnect: Exercises = {
  task: {
    title: "A sign-in that signs nobody in",
    brief:
      "Somebody has changed Print’s server. Alice signs in and allows everything, Print gets an access token, and still it does not know who she is. Walk until Print gives up and read why. Then go back to the message that asked for too little, and mend it.",
    walks: [{ ...WALK, flow: withoutOpenId }],
    criteria: [
      went("Print has validated an ID token", "validate"),
      ended("Alice is signed in, and her photos are on the page"),
    ],
    hints: [
      "The first row of the ID token’s checklist failed. What did the token endpoint send, and what not?",
      "Whether there is an ID token is decided long before: by what the authorization request asks for (OpenID Connect Core §3.1.2.1).",
      "Rewind to “The browser asks for authorization” and add openid to the scope.",
    ],
    explanation:
      "Without openid in the scope the request is plain OAuth, and its answer says nothing about who is there. A client that takes the access token for a proof of login would never notice.",
    solution: {
      walk: WALK.id,
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ scope: "openid profile email photos.read" });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Genuine, and still refused",
    brief:
      "Bring Print to refuse an ID token that auth.example has just signed, for Print and for Alice, with nothing in it changed. What is wrong with it is only that it answers another request than the one Print remembers.",
    walks: [{ ...WALK, flow: openIdConnectFlow }],
    criteria: [
      went("auth.example has issued an ID token", "redeem"),
      refusedBy("Print has refused it: it answers another request", "client.id-token-nonce"),
    ],
    hints: [
      "Which claim ties an ID token to one request?",
      "The authorization server copies it, unread, from the authorization request into the ID token.",
      "At “The browser asks for authorization”, change the nonce. Then press Next until Print validates the ID token.",
    ],
    explanation:
      "Issuer, audience and signature say that a token is genuine. The nonce says that it is the answer to this request of this browser. So an ID token, or a code, of another sign-in is of no use here (OpenID Connect Core §3.1.3.7).",
    solution: {
      walk: WALK.id,
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ nonce: "somebody-elses" });
        await hand.end();
      },
    },
  },
};
