import type { Flow } from "../../flow/define-flow.ts";
import { NATIVE_CALLBACK } from "../../grants/cast.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import type { Attack } from "../attack.ts";
import { extended, led } from "../../flow/edit-flow.ts";
import { askingWith } from "../../grants/steps/authorize-address.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { pkce } from "../steps/defences.ts";
import { redeemCode, REDEEM, takenFrom, usedAtApi, USE, callWithToken } from "../steps/use.ts";
import type { AnsweredTarget } from "../target.ts";
import { ownRequest, silentClient, silentRequest } from "./own-request.ts";
import { handedToApp, HIJACK, onPhone } from "./phone.ts";

/** RFC 7636 §1, the attack PKCE was made for. */
export const codeInterception: Attack = {
  id: "code-interception",
  title: "Interception by another app",
  summary:
    "A second app on the device receives the answer, to Print’s request or to one of its own.",
  capability:
    "Mallory’s app is installed on Alice’s phone and has registered the same URI scheme as Print’s app.",
  spec: "RFC 7636 §1",
  defences: [pkce, silentClient],
  ways: [
    {
      title: "The answer goes to the wrong app",
      modelled: "The phone, and which of its apps it hands the address to.",
      defences: [pkce],
      against: onPhone(intercepted),
      proof: usedAtApi,
    },
    silentRequest,
    ownRequest,
  ],
};

function intercepted(target: AnsweredTarget): Flow {
  return extended(led(askingWith(target.flow, withNativeCallback), "callback", HIJACK), {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: {
      [HIJACK]: handedToApp({
        title: "The phone hands the answer to Mallory’s app",
        spec: "RFC 8252 §8.1",
        why: "Any app may register a private-use scheme. The phone opens one of those that did, and nobody can say which.",
        outcomes: takenFrom(target),
      }),
      [REDEEM]: redeemCode(target),
      [USE]: callWithToken(target.flow),
    },
  });
}

/** The same client as an app of the phone: its redirect URI is a scheme of its own. */
function withNativeCallback(url: WireRequest["url"]): string {
  const asked = new URL(url);
  asked.searchParams.set("redirect_uri", NATIVE_CALLBACK);
  return asked.href;
}
