import { API, EVIL_API } from "../../grants/cast.ts";
import { secretPkceFlow } from "../../grants/authorization-code/secret-pkce.ts";
import type { Criterion, Exercises } from "../exercise.ts";
import { askingFor } from "./asking.ts";
import { ended, refusedBy } from "./criteria.ts";

const WALK = { id: "secret-pkce", title: "Secret + PKCE" };

/** Somebody has told Print that the photos are at another API. */
const talkedInto = askingFor(secretPkceFlow, { resource: EVIL_API });

const namedTheApi: Criterion = {
  says: "Print has asked for a token for the API that has the photos, by its name",
  holds: ({ walk }) =>
    walk.taken.some(
      ({ step, outcome, entry }) =>
        step === "authorize" && outcome === "login" && resourceIn(entry.request?.url) === API,
    ),
};

function resourceIn(address = `${API}/`): string | null {
  return new URL(address).searchParams.get("resource");
}

export const bestPractice: Exercises = {
  task: {
    title: "Whose API is that?",
    brief:
      "Print follows the advice and says for which API it wants a token. But somebody has given it another address for the photos. Find the message that was refused and the check that refused it. Keep the good habit, and mend the rest.",
    walks: [{ ...WALK, flow: talkedInto }],
    criteria: [namedTheApi, ended("The photos are on the page")],
    hints: [
      "Print only hears that something is wrong. The checklist of the authorization request says what.",
      "The parameter resource names the API that a token is to be for (RFC 8707 §2). This server issues tokens for one.",
      "Rewind to “The browser asks for authorization” and set resource to https://api.example.",
    ],
    explanation:
      "A client that names the API cannot be talked into fetching a token for a counterfeit one: the server refuses (RFC 9700 §4.9.1, §4.10.2). Without the parameter the token would have been for api.example, and Print would have taken it to Mallory.",
    solution: {
      walk: WALK.id,
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ resource: API });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Three locks, one walk",
    brief:
      "Be Mallory three times in one walk. Be refused for a redirect URI that only resembles Print’s, for a code without its verifier, and for a token that was written by hand. Each time put things right again, and at the end the photos are on the page.",
    walks: [{ ...WALK, flow: secretPkceFlow }],
    criteria: [
      refusedBy("A redirect URI was refused that is not registered", "authorize.redirect-uri"),
      refusedBy("A code was refused that came with a wrong verifier", "token.pkce"),
      refusedBy("The API has refused a token whose signature does not fit", "api.signature"),
      ended("The photos are on the page"),
    ],
    hints: [
      "Three messages are to be changed: the authorization request, the token request, and the call of the API.",
      "After each refusal press “Put it back and resend”: none of these mistakes uses anything up.",
      "Change one letter of redirect_uri, then one of code_verifier, then one in the middle of the access token.",
    ],
    explanation:
      "Exact redirect URIs, PKCE and a checked signature: three rules of this chapter, held by three different checks of two servers. What was refused cost nothing, because codes are spent only when everything else is right.",
    solution: {
      walk: WALK.id,
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ redirect_uri: "https://print.example/callback2" });
        await hand.send();
        await hand.to("redeem");
        await hand.send({ code_verifier: "wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong" });
        await hand.send();
        await hand.to("api");
        await hand.send({ Authorization: `Bearer ${forged(hand.walk().values["access_token"])}` });
        await hand.end();
      },
    },
  },
};

/** The token with the first letter of its signature exchanged for another. */
function forged(token = ""): string {
  const [header, payload, signature = ""] = token.split(".");
  const letter = signature.startsWith("A") ? "B" : "A";
  return [header, payload, `${letter}${signature.slice(1)}`].join(".");
}
