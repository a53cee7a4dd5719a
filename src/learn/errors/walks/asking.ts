import { openIdConnectFlow } from "../../../grants/authorization-code/openid/flow.ts";
import { ALBUM_CLIENT, SCOPE } from "../../../grants/cast.ts";
import { askingWith } from "../../../grants/steps/authorize-address.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

const asking = (change: (asked: URLSearchParams) => void) => (address: string) => {
  const url = new URL(address);
  change(url.searchParams);
  return url.href;
};

/** The sign-in as Print’s photo books ask for it, which have one redirect URI. */
const albumFlow = askingWith(
  openIdConnectFlow,
  asking((asked) => {
    asked.set("client_id", ALBUM_CLIENT.id);
    asked.set("scope", `openid ${SCOPE}`);
  }),
);

/** Authorization requests that are refused. */
export const askingWalks: readonly RefusalWalk[] = [
  refusal({
    check: "authorize.redirect-uri-named",
    code: "invalid_request",
    title: "A sign-in that leaves the redirect URI out",
    story:
      "Print’s photo books are registered with one redirect URI. OAuth lets them leave it out, and they did, until they also wanted to know who their user is.",
    step: "authorize",
    right: albumFlow,
    wrong: (flow) =>
      askingWith(
        flow,
        asking((asked) => asked.delete("redirect_uri")),
      ),
  }),
];
