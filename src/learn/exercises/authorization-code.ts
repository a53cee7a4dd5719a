import { secretPkceFlow } from "../../grants/authorization-code/secret-pkce.ts";
import type { Exercises } from "../exercise.ts";
import { withField, withRequest } from "../../flow/edit-request.ts";
import { ended, went } from "./criteria.ts";

const forgetful = withRequest(secretPkceFlow, "redeem", (request) =>
  withField(request, "code_verifier", undefined),
);

export const authorizationCode: Exercises = {
  task: {
    title: "A token request that lacks something",
    brief:
      "Somebody has changed Print’s server. Walk until auth.example refuses, read which check it was, give the message what it lacks, and send it.",
    walks: [{ id: "secret-pkce", title: "Secret + PKCE", flow: forgetful }],
    criteria: [
      went("auth.example has given Print a token", "redeem"),
      ended("The API has answered with the photos"),
    ],
    hints: [
      "Look at the checklist of the refused message: the first row that failed says what is missing.",
      "The value was made before the browser was sent off. Go back to the message in which Print prepares, and copy it.",
      "Add a parameter to the token request: code_verifier, with the verifier as its value.",
    ],
    explanation:
      "The challenge in the authorization request is a promise: whoever redeems the code shows the verifier. A client that forgets it cannot redeem its own code (RFC 7636 §4.6).",
    solution: {
      walk: "secret-pkce",
      play: async (hand) => {
        await hand.to("redeem");
        await hand.send({ code_verifier: hand.walk().values["verifier"] });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Take everything back",
    brief:
      "Alice has allowed Print to read her photos. Bring auth.example to take that back: the refresh token is to work no more. Alice does nothing, and nobody asks for a revocation.",
    walks: [{ id: "secret-pkce", title: "Secret + PKCE", flow: secretPkceFlow }],
    criteria: [
      went("Print has got its tokens", "redeem"),
      {
        says: "auth.example has revoked what Alice allowed",
        holds: ({ memory }) =>
          memory.remembered.some(({ kind, state }) => kind === "grant" && state === "revoked"),
      },
    ],
    hints: [
      "What may happen only once in this grant?",
      "A code works once. What a second use costs is in RFC 6749 §4.1.2.",
      "After Print has its tokens, choose “Send the code a second time” instead of the next message.",
    ],
    explanation:
      "A code that comes twice was seen by somebody else. The server cannot tell who came first, so it takes back what the code gave. The access token is a JWT and lives on until it expires.",
    solution: {
      walk: "secret-pkce",
      play: async (hand) => {
        await hand.to("signed_in");
        await hand.instead("replay");
        await hand.send();
      },
    },
  },
};
