import type { Flow } from "../../flow/define-flow.ts";
import { EVIL, PRINT } from "../../grants/cast.ts";
import { redirectOf } from "../../grants/steps/classify.ts";
import { withQuery } from "../../oauth/wire.ts";
import type { Attack, Defence } from "../attack.ts";
import { extended, led } from "../../flow/edit-flow.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { exactRedirectUri } from "../steps/defences.ts";
import { linkTo, lured } from "../steps/lure.ts";
import { usedAtApi, USE, callWithToken } from "../steps/use.ts";
import { arrival, readArrival } from "../steps/arrival.ts";
import type { AnsweredTarget } from "../target.ts";

/** Print's page that sends browsers wherever it is told. */
const OUT = withQuery(`${PRINT}/out`, { to: `${EVIL}/` });

const REDIRECTOR = "redirector";
const ARRIVE = "arrive";
const READ = "read_address";

/** What a site has to be without. */
const noRedirector: Defence = {
  id: "client.no-open-redirector",
  title: "Print’s site redirects nowhere it is told to",
  spec: "RFC 9700 §4.11.1",
  by: "client",
  leftOut: { openRedirector: true },
};

/** RFC 9700 §4.1.2: the fragment outlives a redirect. */
export const openRedirector: Attack = {
  id: "open-redirector",
  title: "Open redirector",
  summary:
    "Print’s own site sends the browser on to Mallory, and the browser takes the token along.",
  capability:
    "Mallory gets Alice to open a page, and looks for an address of Print that redirects wherever it is told.",
  spec: "RFC 9700 §4.1.2",
  defences: [exactRedirectUri, noRedirector],
  ways: [
    {
      title: "The fragment is attached again",
      modelled: "The browser that attaches the fragment again, and its address.",
      defences: [exactRedirectUri, noRedirector],
      against: (target) =>
        target.client.answer === "token"
          ? redirected(target)
          : {
              reason:
                "The code is in the query of the redirector’s own address. A browser attaches only a fragment again, so the redirector does not hand the code on.",
            },
      proof: usedAtApi,
    },
  ],
};

function redirected(target: AnsweredTarget): Flow {
  const { client } = target;
  const link = linkTo({ clientId: client.id, answer: client.answer, redirectUri: OUT });
  const flow = lured(target.flow, () => link, {
    title: "The page sends her browser to the authorization server",
    why: "Mallory wrote this request in Print’s name. Its redirect URI is on Print’s own site, where /out?to= redirects wherever it is told.",
    button: "follow Mallory’s link",
  });
  return extended(led(flow, "callback", REDIRECTOR), {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: {
      [REDIRECTOR]: {
        kind: "visit",
        title: "The browser follows the answer to print.example/out",
        from: "browser",
        to: "host",
        channel: "front",
        stage: "answer",
        spec: "RFC 9700 §4.11.1",
        why: "The answer did go to Print’s site, whose server never sees the fragment. A redirector sends the browser on to the address in “to”.",
        chapter: "code",
        button: "follow the redirect",
        begin: { by: "redirect" },
        classify: (answer) => (redirectOf(answer)?.origin === EVIL ? "sent_on" : "stays"),
        outcomes: {
          sent_on: { label: "302 to evil.example", next: ARRIVE },
          stays: { label: "no redirect", next: "stop", stoppedBy: noRedirector.id },
        },
      },
      [ARRIVE]: arrival(READ, {
        why: "A Location without a fragment inherits the one the browser came with (RFC 9110 §10.2.2). So the token arrives in the address of Mallory’s page.",
      }),
      [READ]: readArrival({
        token: { label: "an access token", next: USE },
        nothing: { label: "nothing", next: "stop" },
      }),
      [USE]: callWithToken(target.flow),
    },
  });
}
