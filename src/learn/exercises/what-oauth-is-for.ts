import { secretPkceFlow } from "../../grants/authorization-code/secret-pkce.ts";
import { password } from "../../grants/password/grant.ts";
import type { Exercises } from "../exercise.ts";
import { askingFor } from "./asking.ts";
import { ended, keptFrom, refusedBy, scopeAllowed } from "./criteria.ts";
import { walkFrom } from "./walks.ts";

const greedy = askingFor(secretPkceFlow, { scope: "photos.read photos.write" });

export const whatOAuthIsFor: Exercises = {
  task: {
    title: "A client that asks for too much",
    brief:
      "This walk ends well, and that is the trouble: Print only prints, but Alice is asked for more. Read what the consent page says. Then go back, and let Print ask for no more than it needs.",
    walks: [{ id: "secret-pkce", title: "Secret + PKCE", flow: greedy }],
    criteria: [
      ended("Print has got the photos"),
      scopeAllowed("What Alice has allowed is photos.read, and nothing else", "photos.read"),
    ],
    hints: [
      "Who says what Alice is asked for? Look at the parameters of the request before the login page.",
      "The scope parameter lists what Print asks for, with a space between. Edit it before the browser asks for authorization.",
      "Go back to “The browser asks for authorization”, set scope to photos.read, and walk on to the end.",
    ],
    explanation:
      "The client asks with scope, the user decides, and the token can do no more (RFC 6749 §3.3). A password cannot be given in part.",
    solution: {
      walk: "secret-pkce",
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ scope: "photos.read" });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Let Alice say no",
    brief:
      "Alice has second thoughts. She is to be asked, and to say no; Print is to be told so, and to go without. It must never see her password. Choose the walk in which that can be done.",
    walks: [
      walkFrom(password, "legacy"),
      { id: "secret-pkce", title: "Authorization code", flow: secretPkceFlow },
    ],
    criteria: [
      refusedBy("Print was told that Alice said no", "client.no-error"),
      keptFrom("The walk has ended, and Print has never seen the password", "password", ["client"]),
      keptFrom("The walk has ended, and Print has no access token", "access_token", ["client"]),
    ],
    hints: [
      "In one of the two walks nobody ever asks Alice.",
      "Somebody asks her on the consent page of auth.example. It has two buttons.",
      "In the authorization code walk, go on to “Alice decides”, and press Deny on the page or set decision to deny. Then walk to the end.",
    ],
    explanation:
      "The answer is a redirect with error=access_denied (RFC 6749 §4.1.2.1). Whoever types a password into the client has said yes to everything already.",
    solution: {
      walk: "secret-pkce",
      play: async (hand) => {
        await hand.to("consent");
        await hand.send({ decision: "deny" });
        await hand.end();
      },
    },
  },
};
