import type { Flow, Step } from "../../flow/define-flow.ts";
import { changed } from "../../flow/edit-flow.ts";
import { authorizationCode } from "../../grants/authorization-code/grant.ts";
import { pageClientFlow } from "../../grants/authorization-code/page-client.ts";
import { implicit } from "../../grants/implicit/grant.ts";
import type { Exercises } from "../exercise.ts";
import { ended, keptFrom, refusedBy } from "./criteria.ts";
import { walkFrom } from "./walks.ts";

/** The page sends the verifier along in the address it opens, where nobody asks for it. */
const talkative: Flow = changed(pageClientFlow, "authorize", (step): Step => {
  if (step.kind !== "visit" || step.begin.by !== "opening") {
    throw new Error("The page opens the address itself.");
  }
  const { url } = step.begin;
  return {
    ...step,
    begin: { by: "opening", url: (read) => `${url(read)}&code_verifier=${read("verifier")}` },
  };
});

export const rolesAndChannels: Exercises = {
  task: {
    title: "A value in the wrong channel",
    brief:
      "Nothing is refused here, and Print gets its photos. But one value goes through the address bar that must not: the verifier, which only the token request may carry. Find the message that gives it away, and send the walk through without that.",
    walks: [{ id: "public-pkce", title: "Public + PKCE", flow: talkative }],
    criteria: [
      ended("Print has got the photos"),
      keptFrom("No address has held the verifier", "verifier", ["address"]),
    ],
    hints: [
      "Walk on a few messages and open “Who knows what”. The verifier’s row has a mark in the column “Address and history”: select it to see where it came from.",
      "An authorization server ignores parameters it does not know (RFC 6749 §3.1). So nobody told Print that its request says too much.",
      "Go back to “The browser asks for authorization”, remove code_verifier, and walk on to the end.",
    ],
    explanation:
      "What works is not yet what is safe. Whoever reads that address has the verifier, and the code comes by in the same address bar a few messages later. The two together are a token.",
    solution: {
      walk: "public-pkce",
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ code_verifier: undefined });
        await hand.end();
      },
    },
  },
  goal: {
    title: "A code is not enough",
    brief:
      "You have read the code in somebody’s address bar, and nothing else. Choose the walk in which Print’s secret guards it, and try: send Print’s token request without the secret, and have it refused. Then let Print have its token, where neither an address nor a script of the page sees it.",
    walks: [
      walkFrom(implicit, "page"),
      walkFrom(authorizationCode, "public-pkce"),
      walkFrom(authorizationCode, "classic"),
    ],
    criteria: [
      refusedBy(
        "auth.example has refused the code from somebody who showed no secret",
        "token.client-authenticated",
      ),
      ended("Print has got the photos"),
      keptFrom("No address and no script of the page has seen the access token", "access_token", [
        "address",
        "page",
      ]),
    ],
    hints: [
      "A script in a page has no secret to show. Which of the three clients has a server?",
      "In the classic walk the token request goes from server to server. Edit it before you send it.",
      "At “Print redeems the code” remove client_secret and press Next. Put it back, and walk on.",
    ],
    explanation:
      "The front channel carries only what is worth nothing alone. The proof and the token take the back channel, so a reader of addresses gets neither.",
    solution: {
      walk: "authorization-code.classic",
      play: async (hand) => {
        await hand.to("redeem");
        await hand.send({ client_secret: undefined });
        await hand.end();
      },
    },
  },
};
