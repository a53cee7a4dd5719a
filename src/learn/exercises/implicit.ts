import { authorizationCode } from "../../grants/authorization-code/grant.ts";
import { implicit as grant } from "../../grants/implicit/grant.ts";
import type { Exercises } from "../exercise.ts";
import { askingFor } from "./asking.ts";
import { ended, keptFrom, refusedBy } from "./criteria.ts";
import { walkFrom } from "./walks.ts";

const page = walkFrom(grant, "page");

export const implicit: Exercises = {
  task: {
    title: "An answer to no question",
    brief:
      "Alice allows everything, a token comes back, and Print’s own script throws it away. Read which of its checks refused. The mistake is further up: find the message that lacks something, give it that, and bring Alice her photos.",
    walks: [{ ...page, flow: askingFor(page.flow, { state: undefined }) }],
    criteria: [ended("The script has taken the answer for its own, and the page shows the photos")],
    hints: [
      "The script compares what came back with what it kept. What comes back is what was sent.",
      "Look at the address the browser opens at auth.example, and at what the script made just before.",
      "Go back to “The browser asks for authorization” and add a parameter: state, with the value the script made.",
    ],
    explanation:
      "Without a state the page cannot tell its own answer from one that somebody slipped it (RFC 6749 §10.12). It can never tell to whom the token in it was issued.",
    solution: {
      walk: page.id,
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ state: hand.walk().values["state"] });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Same page, no token in an address",
    brief:
      "Get Print’s page its photos without the access token ever standing in an address. And show what a reader of addresses has then: send the code without the verifier, and have it refused.",
    walks: [page, walkFrom(authorizationCode, "public-pkce")],
    criteria: [
      refusedBy("auth.example has refused the code without its verifier", "token.pkce"),
      ended("The page shows the photos"),
      keptFrom("No address has held the access token", "access_token", ["address"]),
    ],
    hints: [
      "One of the two walks puts the token into the address. No edit can change that.",
      "In the other one the address holds a code. Walk until the script redeems it.",
      "Remove code_verifier from the token request and press Next. Put it back, and walk on.",
    ],
    explanation:
      "That is what the one request more is for: what was read in the address has to be redeemed, and redeeming takes the verifier, which was in no address.",
    solution: {
      walk: "authorization-code.public-pkce",
      play: async (hand) => {
        await hand.to("redeem");
        await hand.send({ code_verifier: undefined });
        await hand.end();
      },
    },
  },
};
