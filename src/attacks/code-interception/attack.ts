import type { Flow } from "../../flow/define-flow.ts";
import { CALLBACK, NATIVE_CALLBACK } from "../../grants/cast.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import type { Attack } from "../attack.ts";
import { extended, led } from "../edit-flow.ts";
import { askingWith } from "../steps/authorize-address.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { pkce } from "../steps/defences.ts";
import {
  credentialIn,
  redeemCode,
  REDEEM,
  takenFrom,
  usedAtApi,
  USE,
  callWithToken,
} from "../steps/use.ts";
import type { AnsweredTarget } from "../target.ts";

const HIJACK = "hijack";

/** RFC 7636 §1, the attack PKCE was made for. */
export const codeInterception: Attack = {
  id: "code-interception",
  title: "Interception by another app",
  summary: "A second app on the device claims the redirect and receives the answer.",
  capability:
    "Mallory’s app is installed on Alice’s phone and has registered the same URI scheme as Print’s app.",
  spec: "RFC 7636 §1",
  defences: [pkce],
  ways: [
    {
      title: "The answer goes to the wrong app",
      modelled: "The phone, and which of its apps it hands the address to.",
      defences: [pkce],
      against: (target) =>
        target.client.type === "confidential"
          ? { reason: "The redirect goes to Print’s web server by https, not to an app." }
          : intercepted(target),
      proof: usedAtApi,
    },
  ],
};

function intercepted(target: AnsweredTarget): Flow {
  return extended(led(askingWith(target.flow, withNativeCallback), "callback", HIJACK), {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: {
      [HIJACK]: {
        kind: "local",
        title: "The phone hands the answer to Mallory’s app",
        from: "attacker",
        to: "attacker",
        channel: "local",
        stage: "answer",
        spec: "RFC 8252 §8.1",
        why: "Any app may register a private-use scheme. The phone opens one of those that did, and nobody can say which.",
        chapter: "attack",
        button: "open the app",
        run: async (_, { browser }) => credentialIn(browser.pending?.url ?? ""),
        outcomes: takenFrom(target),
      },
      [REDEEM]: redeemCode(target, { redirectUri: NATIVE_CALLBACK }),
      [USE]: callWithToken(target.flow),
    },
  });
}

/** The same client as an app of the phone: its redirect URI is a scheme of its own. */
function withNativeCallback(url: WireRequest["url"]): string {
  return url.replace(encodeURIComponent(CALLBACK), encodeURIComponent(NATIVE_CALLBACK));
}
