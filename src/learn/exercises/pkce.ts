import { pageClientFlow } from "../../grants/authorization-code/page-client.ts";
import { askingWith } from "../../grants/steps/authorize-address.ts";
import type { Exercises, Standing } from "../exercise.ts";
import { ended, went } from "./criteria.ts";

/** A verifier and its challenge, from RFC 7636 Appendix B. */
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/** The challenge in plain Base64, as many a library gives it. */
const padded = askingWith(pageClientFlow, (address) => {
  const url = new URL(address);
  const challenge = url.searchParams.get("code_challenge") ?? "";
  const text = `${challenge.replaceAll("-", "+").replaceAll("_", "/")}=`;
  url.searchParams.set("code_challenge", text);
  return url.href;
});

export const pkce: Exercises = {
  task: {
    title: "A challenge that cannot be read",
    brief:
      "Print’s new script hashes its verifier well, and still comes back without a code. Find the message that was refused, and the check that says why. Go back to it, put it right, and bring Print its photos.",
    walks: [{ id: "public-pkce", title: "Public + PKCE", flow: padded }],
    criteria: [
      went("auth.example has given Print a token", "redeem"),
      ended("The API has answered with the photos"),
    ],
    hints: [
      "Look at the checklist of the message in which the browser asks for authorization.",
      "A SHA-256 in base64url has 43 characters, and +, / and = are not among them (RFC 7636 Appendix A).",
      "Go back to that message. In code_challenge write - for every + and _ for every /, and drop the = at the end. Or copy the challenge from the message in which the script made it.",
    ],
    explanation:
      "Base64 and base64url are two alphabets. In an address, + and = mean something of their own, so PKCE takes the second, without padding (RFC 7636 §4.2).",
    solution: {
      walk: "public-pkce",
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ code_challenge: hand.walk().values["challenge"] });
        await hand.end();
      },
    },
  },
  goal: {
    title: "A verifier of your own",
    brief:
      "Do the script’s work yourself. Make a verifier and its challenge, send your challenge in the authorization request, and redeem the code with your verifier. The pair the script made is to go unused.",
    walks: [{ id: "public-pkce", title: "Public + PKCE", flow: pageClientFlow }],
    criteria: [
      {
        says: "The authorization request carried a challenge of yours, by S256",
        holds: (now) => isOwn(now, asked(now)),
      },
      {
        says: "The code was redeemed with a verifier of yours",
        holds: (now) => isOwn(now, redeemedWith(now)),
      },
      ended("The API has answered with the photos"),
    ],
    hints: [
      "The tool above makes a challenge of any verifier. Keep both at hand.",
      "Two messages have to be edited: code_challenge in the first, code_verifier in the second.",
      "RFC 7636 Appendix B has a pair to copy. For your own programs take a random one.",
    ],
    explanation:
      "That is all of PKCE: a hash on the way out, what was hashed on the way in. The server compares the two and needs to know nothing else.",
    solution: {
      walk: "public-pkce",
      play: async (hand) => {
        await hand.to("authorize");
        await hand.send({ code_challenge: CHALLENGE });
        await hand.to("redeem");
        await hand.send({ code_verifier: VERIFIER });
        await hand.end();
      },
    },
  },
};

/** The challenge of the last authorization request that led to a login, where it was made by S256. */
function asked({ walk }: Standing): string | undefined {
  const sent = walk.taken.findLast(
    ({ step, outcome }) => step === "authorize" && outcome === "login",
  );
  const parameters = new URL(sent?.entry.request?.url ?? "https://auth.example/").searchParams;
  const isHashed = parameters.get("code_challenge_method") === "S256";
  return isHashed ? (parameters.get("code_challenge") ?? undefined) : undefined;
}

function redeemedWith({ walk }: Standing): string | undefined {
  const sent = walk.taken.findLast(({ step, led }) => step === "redeem" && led);
  return new URLSearchParams(sent?.entry.request?.body).get("code_verifier") ?? undefined;
}

/** Whether a value was sent, and is none the script made. */
function isOwn({ walk }: Standing, value: string | undefined): boolean {
  return value !== undefined && !Object.values(walk.values).includes(value);
}
