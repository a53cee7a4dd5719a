import type { Step } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { AUTH, CALLBACK } from "../../grants/cast.ts";
import type { AnswerKind } from "../target.ts";
import { own } from "./second-session.ts";
import { showsPhotos, USERS_PHOTOS } from "./use.ts";

/** The answer as the attacker writes it: what was stolen, and the state of the attacker's own sign-in. */
export function injection(callback: Step | undefined, answer: AnswerKind): Step {
  if (callback?.kind !== "visit") throw new Error("The callback is a visit.");
  return {
    ...callback,
    why: `The state is the right one, since this is the sign-in it was made for. Only the ${answer} belongs to another one.`,
    button: `open the address with Alice’s ${answer}`,
    begin: {
      by: "opening",
      url: (read) => {
        const credential = read(answer === "code" ? "stolen_code" : "stolen_token");
        const name = answer === "code" ? "code" : "access_token";
        const parameters = { [name]: credential, state: read(own("state")), iss: AUTH };
        const separator = answer === "code" ? "?" : "#";
        const address = read.maybe(own("redirect_uri")) ?? CALLBACK;
        return `${address}${separator}${new URLSearchParams(parameters).toString()}`;
      },
    },
  };
}

/** Whether the attacker's session at Print is the user's. */
export function signedInAsAlice(walk: Walk): string | undefined {
  return USERS_PHOTOS.some((photo) => showsPhotos(walk, "attacker", photo))
    ? "Print shows Alice’s photos to Mallory: Mallory’s session is signed in as Alice"
    : undefined;
}
