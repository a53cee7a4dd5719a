import { type ExchangeStep, type Flow, stepOf } from "../../../flow/define-flow.ts";
import { changed, preceded, promising } from "../../../flow/edit-flow.ts";
import { withField, withRequest } from "../../../flow/edit-request.ts";
import { replayFacts } from "../../../grants/authorization-code/after-redeeming.ts";
import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { API } from "../../../grants/cast.ts";
import { withoutOpenId } from "./id-tokens.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

/** The callback page is loaded again before Print asks who signed in, and the code is sent a second time. */
function reloaded(flow: Flow): Flow {
  const redeem = stepOf(flow, "redeem");
  if (redeem.kind !== "exchange") throw new RangeError("A code is redeemed by an exchange.");
  const again: ExchangeStep<string, string, string> = {
    ...replayFacts,
    title: "Alice reloads the page, and Print redeems the code again",
    from: "client",
    channel: "back",
    request: redeem.request,
    outcomes: {
      invalid_grant: { label: "400 invalid_grant", next: "userinfo" },
      refused: { label: "refused" },
    },
  };
  return preceded(flow, "userinfo", "again", again);
}

/** A client that takes the access token to UserInfo at once, and passes over the ID token. */
const straight: Flow = changed(openIdConnectFlow, "redeem", (step) => promising(step, "userinfo"));

/** Access tokens that UserInfo refuses (OpenID Connect Core §5.3.3). */
export const userInfoWalks: readonly RefusalWalk[] = [
  refusal({
    check: "userinfo.grant-live",
    code: "invalid_token",
    title: "A reload that took everything back",
    story:
      "Alice reloads the page in the wrong moment, and Print sends the code a second time. The server takes back what the code gave.",
    step: "userinfo",
    right: openIdConnectFlow,
    wrong: reloaded,
  }),
  refusal({
    check: "userinfo.scope",
    code: "insufficient_scope",
    title: "A name nobody asked for",
    story:
      "Print asks for the photos alone and forgets openid. Then it asks for Alice’s name with the token that is for her photos.",
    step: "userinfo",
    right: straight,
    wrong: withoutOpenId,
  }),
  refusal({
    check: "userinfo.audience",
    code: "invalid_token",
    title: "A token that is for the API alone",
    story:
      "Print names the photo API as the resource when it redeems the code. The token is for that API then, and for nothing else.",
    step: "userinfo",
    right: openIdConnectFlow,
    wrong: (flow) => withRequest(flow, "redeem", (request) => withField(request, "resource", API)),
  }),
];
