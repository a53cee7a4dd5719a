import { pageClientFlow } from "../../grants/authorization-code/page-client.ts";
import { implicitFlow } from "../../grants/implicit/flow.ts";
import type { Exercises } from "../exercise.ts";
import { askingFor } from "./asking.ts";
import { ended, keptFrom, refusedBy, went } from "./criteria.ts";

const PUBLIC = { id: "public-pkce", title: "Public + PKCE" };

/** The page as it is registered now, with a line of its old code left. */
const halfMigrated = askingFor(pageClientFlow, { response_type: "token" });

export const migration: Exercises = {
  task: {
    title: "A line of the old code",
    brief:
      "Print’s page has a new registration and a new script, but one line of the old script was left in. Walk until the page gives up, and find the message that went wrong before. Mend it, so that the photos come.",
    walks: [{ ...PUBLIC, flow: halfMigrated }],
    criteria: [
      went("auth.example has given the script its tokens", "redeem"),
      ended("The photos are on the page"),
    ],
    hints: [
      "The page found no answer it could use. Open the checklist of the request that auth.example refused.",
      "The new client is registered for another response type than the one the page asks for.",
      "Rewind to “The browser asks for authorization” and set response_type to code.",
    ],
    explanation:
      "The new registration allows only code, so the old request is refused before Alice is asked. That is the point of a registration of its own: the way back is shut, and a forgotten line shows.",
    solution: {
      walk: PUBLIC.id,
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ response_type: "code" });
        await hand.end();
      },
    },
  },
  goal: {
    title: "An hour later",
    brief:
      "Alice leaves the page open until the access token has expired and the API refuses it. Get her photos all the same: she does nothing, no page is reloaded, and no access token may ever have stood in an address. Choose the walk in which that can be done.",
    walks: [
      { id: "page", title: "Implicit", flow: implicitFlow },
      { ...PUBLIC, flow: pageClientFlow },
    ],
    criteria: [
      refusedBy("The API has refused a token because it had expired", "api.expiry"),
      went("The script has got another, without Alice", "refresh"),
      ended("The photos are on the page"),
      keptFrom("No access token has stood in an address", "access_token", ["address"]),
    ],
    hints: [
      "One of the two grants must not issue refresh tokens (RFC 6749 §4.2.2).",
      "Take “Public + PKCE” up to the call of the API, and move the clock on by an hour.",
      "Let the API refuse. Then choose “Use the refresh token first”, and call again.",
    ],
    explanation:
      "An implicit client had to open a hidden frame for a new token, which needs the cookies of another site. Browsers block those more and more. A code client refreshes with one request, and no token passes through an address.",
    solution: {
      walk: PUBLIC.id,
      play: async (hand) => {
        await hand.to("api");
        await hand.wait(3600);
        await hand.send();
        await hand.instead("refresh");
        await hand.end();
      },
    },
  },
};
